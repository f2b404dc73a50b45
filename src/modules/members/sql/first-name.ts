import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';

export const firstName = (memberId: MemberId): Statement<{ first_name_sealed: Buffer | null }> =>
  sql<{ first_name_sealed: Buffer | null }>`
    select p.first_name_sealed from members.profile p
    where p.bucket = ${bucketOf(memberId)} and p.member_id = ${memberId}`;
