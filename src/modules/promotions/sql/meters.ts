import { type Statement, sql } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';

/** A stretch of a member's meter that is asked for; moments are walls written as if they were UTC. */
export type MemberSpan = {
  readonly bucket: number;
  readonly memberId: MemberId;
  readonly meter: string;
  readonly from: number;
  readonly start: number;
};

/** What a member has used of a limit, or what a counter shows, in one period. */
export type UseRow = {
  readonly member_id: MemberId;
  readonly limit_key: string;
  readonly period_start: Instant;
  readonly used: number;
};

export type CounterRow = {
  readonly member_id: MemberId;
  readonly counter_key: string;
  readonly period_start: Instant;
  readonly value: number;
  readonly changes: number;
  readonly sum: number;
  readonly last_no: number;
  readonly sets: string;
};

const moment = (ms: number) => formatInstant(ms as Instant);

/** What members have used of limits, in the stretches asked for. */
export const readUses = (spans: readonly MemberSpan[]): Statement<UseRow> => sql<UseRow>`
  select u.member_id, u.limit_key, u.period_start, u.used
  from unnest(
    ${spans.map((s) => s.bucket)}::int[],
    ${spans.map((s) => s.memberId)}::bigint[],
    ${spans.map((s) => s.meter)}::text[],
    ${spans.map((s) => moment(s.from))}::timestamptz[],
    ${spans.map((s) => moment(s.start))}::timestamptz[]) as w (bucket, member_id, meter, since, till)
  join promotions.member_use u on u.bucket = w.bucket and u.member_id = w.member_id
    and u.limit_key = w.meter and u.period_start >= w.since and u.period_start <= w.till`;

/** Counters of members, in the periods asked for. */
export const readCounters = (
  spans: readonly MemberSpan[],
): Statement<CounterRow> => sql<CounterRow>`
  select c.member_id, c.counter_key, c.period_start, c.value, c.changes, c.sum, c.last_no, c.sets
  from unnest(
    ${spans.map((s) => s.bucket)}::int[],
    ${spans.map((s) => s.memberId)}::bigint[],
    ${spans.map((s) => s.meter)}::text[],
    ${spans.map((s) => moment(s.start))}::timestamptz[]) as w (bucket, member_id, meter, start)
  join promotions.counter c on c.bucket = w.bucket and c.member_id = w.member_id
    and c.counter_key = w.meter and c.period_start = w.start`;

/** A use as it is written. */
export type NewUse = Omit<MemberSpan, 'from'> & { readonly used: number };

/** Writes what members have used, as known under their locks. */
export const writeUses = (uses: readonly NewUse[]): Statement => sql`
  insert into promotions.member_use (bucket, member_id, limit_key, period_start, used)
  select * from unnest(
    ${uses.map((u) => u.bucket)}::int[],
    ${uses.map((u) => u.memberId)}::bigint[],
    ${uses.map((u) => u.meter)}::text[],
    ${uses.map((u) => moment(u.start))}::timestamptz[],
    ${uses.map((u) => u.used)}::bigint[])
  on conflict (bucket, member_id, limit_key, period_start) do update set used = excluded.used`;

/** Gives uses back; of what is not there any more nothing is given. */
export const giveUsesBack = (uses: readonly NewUse[]): Statement => sql`
  update promotions.member_use u set used = u.used - least(u.used, w.amount)
  from unnest(
    ${uses.map((u) => u.bucket)}::int[],
    ${uses.map((u) => u.memberId)}::bigint[],
    ${uses.map((u) => u.meter)}::text[],
    ${uses.map((u) => moment(u.start))}::timestamptz[],
    ${uses.map((u) => u.used)}::bigint[]) as w (bucket, member_id, meter, start, amount)
  where u.bucket = w.bucket and u.member_id = w.member_id and u.limit_key = w.meter
    and u.period_start = w.start`;

/** A counter as it is written. */
export type NewCounter = Omit<MemberSpan, 'from'> & {
  readonly value: number;
  readonly changes: number;
  readonly sum: number;
  readonly lastNo: number;
  readonly sets: string;
};

/** Writes counters, as known under their members' locks. */
export const writeCounters = (counters: readonly NewCounter[]): Statement => sql`
  insert into promotions.counter (bucket, member_id, counter_key, period_start, value, changes, sum,
    last_no, sets)
  select * from unnest(
    ${counters.map((c) => c.bucket)}::int[],
    ${counters.map((c) => c.memberId)}::bigint[],
    ${counters.map((c) => c.meter)}::text[],
    ${counters.map((c) => moment(c.start))}::timestamptz[],
    ${counters.map((c) => c.value)}::bigint[],
    ${counters.map((c) => c.changes)}::bigint[],
    ${counters.map((c) => c.sum)}::bigint[],
    ${counters.map((c) => c.lastNo)}::bigint[],
    ${counters.map((c) => c.sets)}::text[])
  on conflict (bucket, member_id, counter_key, period_start) do update set value = excluded.value,
    changes = excluded.changes, sum = excluded.sum, last_no = excluded.last_no, sets = excluded.sets`;
