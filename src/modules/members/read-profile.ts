import type { Database } from '#platform/db/index.ts';
import { decryptField, type Secrets } from '#platform/secrets.ts';
import type { MemberId } from '#shared/ids.ts';
import { maskedName, maskedPhone } from './core/mask.ts';
import { type ProfileColumn, profileField } from './profile-field.ts';
import { type ProfileRow, readProfiles } from './sql/read-profiles.ts';

/** Personal data as screens may show it. */
export type MaskedProfile = { readonly name: string | null; readonly phone: string | null };

/** Opens the sealed fields of a row and masks them in the same breath. */
export function maskProfile(secrets: Secrets, row: ProfileRow): MaskedProfile {
  const open = (column: ProfileColumn, sealed: Buffer | null) =>
    sealed === null ? null : decryptField(secrets, profileField(column, row.member_id), sealed);
  const phone = open('phone', row.phone_sealed);
  return {
    name: maskedName(
      open('first_name', row.first_name_sealed),
      open('last_name', row.last_name_sealed),
    ),
    phone: phone === null ? null : maskedPhone(phone),
  };
}

/**
 * Masked names of members, for lists of other modules; a member without a name is not in the map.
 * Asks nothing of the database when the list is empty.
 */
export async function readMaskedNames(
  deps: { readonly db: Database; readonly secrets: Secrets },
  memberIds: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, string>> {
  const names = new Map<MemberId, string>();
  if (memberIds.length === 0) return names;
  for (const row of await deps.db.run(readProfiles([...new Set(memberIds)]))) {
    const { name } = maskProfile(deps.secrets, row);
    if (name !== null) names.set(row.member_id, name);
  }
  return names;
}
