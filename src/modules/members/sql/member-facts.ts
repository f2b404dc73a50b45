import { type Statement, sql } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';

/** What promotions may know about a member. */
export type MemberFactsRow = {
  readonly member_id: MemberId;
  readonly tier_code: string;
  readonly tags: readonly string[];
  readonly registered_on: string;
  readonly birth_date: string | null;
};

/** Facts of the members, in no order. */
export function memberFacts(
  buckets: readonly number[],
  memberIds: readonly MemberId[],
): Statement<MemberFactsRow> {
  return sql<MemberFactsRow>`
    select m.member_id, m.tier_code, m.tags, m.registered_on, m.birth_date
    from members.member m
    where (m.bucket, m.member_id) in (select * from unnest(${buckets}::int[], ${memberIds}::bigint[]))`;
}
