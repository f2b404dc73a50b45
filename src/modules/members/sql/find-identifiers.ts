import { type Statement, sql } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';

/** Whose phones and cards these are; what nobody has does not come back. */
export const findIdentifiers = (
  identifiers: readonly { readonly hashBucket: number; readonly hash: Buffer }[],
): Statement<{ ident_hash: Buffer; member_id: MemberId }> => sql<{
  ident_hash: Buffer;
  member_id: MemberId;
}>`
  select i.ident_hash, i.member_id from members.identifier i
  where (i.hash_bucket, i.ident_hash) in (select * from unnest(
    ${identifiers.map((one) => one.hashBucket)}::int[],
    ${identifiers.map((one) => one.hash)}::bytea[]))`;
