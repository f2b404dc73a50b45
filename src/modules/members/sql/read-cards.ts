import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';

/** Cards of a member, oldest first. */
export function readCards(memberId: MemberId): Statement<{ number: string; issued_at: Instant }> {
  return sql<{ number: string; issued_at: Instant }>`
    select c.number, c.issued_at
    from members.card c
    where c.bucket = ${bucketOf(memberId)} and c.member_id = ${memberId}
    order by c.issued_at, c.number`;
}
