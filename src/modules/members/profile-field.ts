import type { FieldPlace } from '#platform/secrets.ts';
import type { MemberId } from '#shared/ids.ts';

/** Encrypted columns of a profile. */
export type ProfileColumn = 'phone' | 'first_name' | 'last_name';

/** The place that an encrypted profile field is bound to. */
export function profileField(column: ProfileColumn, memberId: MemberId): FieldPlace {
  return { table: 'members.profile', column, id: String(memberId) };
}
