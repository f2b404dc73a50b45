import { withCheckDigit } from '#modules/members/core/index.ts';
import { type Database, sql } from '#platform/db/index.ts';
import { blindIndex, type Secrets } from '#platform/secrets.ts';
import { BUCKETS, bucketOf, type MemberId, mintMemberId } from '#shared/ids.ts';
import { randomOf } from '../../db/seed/random.ts';

/** Buyers of the benchmark. */
export type BenchMember = { readonly memberId: MemberId; readonly card: string };

const CHUNK = 2_000;

/** Writes members straight into the tables, by the thousand: only what a checkout looks at. */
export async function makeMembers(
  db: Database,
  secrets: Secrets,
  count: number,
): Promise<readonly BenchMember[]> {
  const random = randomOf('bench-members');
  const members = Array.from({ length: count }, (_, place) => ({
    memberId: mintMemberId(random.bytes(5), random.int(BUCKETS)),
    card: withCheckDigit(`2755${String(place).padStart(10, '0')}`),
  }));
  for (let from = 0; from < count; from += CHUNK) {
    await writeChunk(db, secrets, members.slice(from, from + CHUNK));
  }
  return members;
}

async function writeChunk(
  db: Database,
  secrets: Secrets,
  members: readonly BenchMember[],
): Promise<void> {
  const ids = members.map(({ memberId }) => memberId);
  const hashes = members.map(({ card }) => blindIndex(secrets, 'card', card));
  await db.run(sql`
    insert into members.member
      (bucket, member_id, tier_code, tags, registered_on, birth_date, registered_at, registered_by)
    select m.bucket, m.member_id, 'base', '{}', date '2024-05-01', date '1985-05-05',
      timestamptz '2024-05-01T12:00:00Z', null
    from unnest(${ids.map(bucketOf)}::int[], ${ids}::bigint[]) as m (bucket, member_id)`);
  await db.run(sql`
    insert into members.identifier (hash_bucket, ident_hash, kind, member_id)
    select i.hash_bucket, i.ident_hash, 'card', i.member_id
    from unnest(${hashes.map((hash) => hash.readUInt16BE(0) % BUCKETS)}::int[], ${hashes}::bytea[],
      ${ids}::bigint[]) as i (hash_bucket, ident_hash, member_id)`);
}
