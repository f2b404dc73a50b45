import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';

export type NewMember = {
  readonly memberId: MemberId;
  readonly tierCode: string;
  readonly tags: readonly string[];
  readonly birthDate: string | null;
  readonly registeredOn: string;
  readonly registeredAt: Instant;
  readonly registeredBy: string | null;
};

export const writeMember = (m: NewMember): Statement => sql`
  insert into members.member (bucket, member_id, tier_code, tags, registered_on,
    birth_date, registered_at, registered_by)
  values (${bucketOf(m.memberId)}, ${m.memberId}, ${m.tierCode}, ${m.tags},
    ${m.registeredOn}, ${m.birthDate}, ${formatInstant(m.registeredAt)}, ${m.registeredBy})`;

export type SealedProfile = {
  readonly memberId: MemberId;
  readonly phone: Buffer;
  readonly phoneTail: string;
  readonly firstName: Buffer | null;
  readonly lastName: Buffer | null;
};

export const writeProfile = (p: SealedProfile): Statement => sql`
  insert into members.profile (bucket, member_id, phone_sealed, phone_tail, first_name_sealed,
    last_name_sealed)
  values (${bucketOf(p.memberId)}, ${p.memberId}, ${p.phone}, ${p.phoneTail}, ${p.firstName},
    ${p.lastName})`;

export const writeCard = (memberId: MemberId, number: string, at: Instant): Statement => sql`
  insert into members.card (bucket, number, member_id, issued_at)
  values (${bucketOf(memberId)}, ${number}, ${memberId}, ${formatInstant(at)})`;

export type NewIdentifier = {
  readonly hashBucket: number;
  readonly hash: Buffer;
  readonly kind: 'phone' | 'card';
};

/** Claims identifiers for a member; returns the kinds that were free. */
export const claimIdentifiers = (
  memberId: MemberId,
  identifiers: readonly NewIdentifier[],
): Statement<{ kind: 'phone' | 'card' }> => sql<{ kind: 'phone' | 'card' }>`
  insert into members.identifier (hash_bucket, ident_hash, kind, member_id)
  select i.hash_bucket, i.ident_hash, i.kind, ${memberId}
  from unnest(
    ${identifiers.map((i) => i.hashBucket)}::int[],
    ${identifiers.map((i) => i.hash)}::bytea[],
    ${identifiers.map((i) => i.kind)}::text[]) as i (hash_bucket, ident_hash, kind)
  order by i.hash_bucket, i.ident_hash
  on conflict do nothing
  returning kind`;
