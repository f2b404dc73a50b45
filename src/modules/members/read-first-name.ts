import type { Database } from '#platform/db/index.ts';
import { decryptField, type Secrets } from '#platform/secrets.ts';
import type { MemberId } from '#shared/ids.ts';
import { profileField } from './profile-field.ts';
import { firstName } from './sql/first-name.ts';

/** How to address a member at the till; null when the name was never told. */
export async function readFirstName(
  deps: { readonly db: Database; readonly secrets: Secrets },
  memberId: MemberId,
): Promise<string | null> {
  const [row] = await deps.db.run(firstName(memberId));
  const sealed = row?.first_name_sealed ?? null;
  return sealed === null
    ? null
    : decryptField(deps.secrets, profileField('first_name', memberId), sealed);
}
