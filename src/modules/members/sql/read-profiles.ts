import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';

export type ProfileRow = {
  readonly member_id: MemberId;
  readonly tier_code: string;
  readonly tags: readonly string[];
  readonly registered_on: string;
  readonly registered_at: Instant;
  readonly birth_date: string | null;
  readonly phone_sealed: Buffer | null;
  readonly first_name_sealed: Buffer | null;
  readonly last_name_sealed: Buffer | null;
};

/** The members with what is known about them; personal fields stay sealed. In no order. */
export function readProfiles(memberIds: readonly MemberId[]): Statement<ProfileRow> {
  return sql<ProfileRow>`
    select m.member_id, m.tier_code, m.tags, m.registered_on, m.registered_at, m.birth_date,
      p.phone_sealed, p.first_name_sealed, p.last_name_sealed
    from members.member m
    left join members.profile p on p.bucket = m.bucket and p.member_id = m.member_id
    where (m.bucket, m.member_id) in
      (select * from unnest(${memberIds.map(bucketOf)}::int[], ${memberIds}::bigint[]))`;
}

/** A page of members in the order of their keys, after the given one. */
export function readProfilesAfter(
  bucket: number,
  memberId: number,
  limit: number,
): Statement<ProfileRow> {
  return sql<ProfileRow>`
    select m.member_id, m.tier_code, m.tags, m.registered_on, m.registered_at, m.birth_date,
      p.phone_sealed, p.first_name_sealed, p.last_name_sealed
    from members.member m
    left join members.profile p on p.bucket = m.bucket and p.member_id = m.member_id
    where (m.bucket, m.member_id) > (${bucket}::int, ${memberId}::bigint)
    order by m.bucket, m.member_id
    limit ${limit}`;
}
