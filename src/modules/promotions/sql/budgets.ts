import { type Statement, sql } from '#platform/db/index.ts';
import { formatInstant, type Instant } from '#shared/time.ts';

/** A shared limit in one period; `start` is a wall written as if it were UTC. */
export type BudgetKey = {
  readonly meter: string;
  readonly subjectCode: string;
  readonly start: number;
};

export type BudgetRow = {
  readonly limit_key: string;
  readonly subject_code: string;
  readonly period_start: Instant;
  readonly allotted: number;
  /** What lanes have and have not spent, all of them together. */
  readonly unspent: number;
};

export type AllotmentRow = {
  readonly lane: number;
  readonly limit_key: string;
  readonly subject_code: string;
  readonly period_start: Instant;
  readonly id: string;
  readonly allotted: number;
  readonly used: number;
};

const moment = (ms: number) => formatInstant(ms as Instant);

/** How much of shared limits has been handed out and not spent yet, as committed; no lock. */
export const readBudgets = (keys: readonly BudgetKey[]): Statement<BudgetRow> => sql<BudgetRow>`
  select b.limit_key, b.subject_code, b.period_start, b.allotted,
    (select coalesce(sum(a.allotted - a.used), 0)::bigint from promotions.allotment a
      where a.limit_key = b.limit_key and a.subject_code = b.subject_code
        and a.period_start = b.period_start) as unspent
  from unnest(
    ${keys.map((k) => k.meter)}::text[],
    ${keys.map((k) => k.subjectCode)}::text[],
    ${keys.map((k) => moment(k.start))}::timestamptz[]) as w (meter, subject, start)
  join promotions.budget b on b.limit_key = w.meter and b.subject_code = w.subject
    and b.period_start = w.start`;

/**
 * Locks what a lane may spend, and of keys that are taken whole what every lane may: rows in one order for
 * everybody.
 * @param isWhole by place of the key
 */
export const lockAllotments = (
  keys: readonly BudgetKey[],
  { lane, isWhole }: { readonly lane: number; readonly isWhole: readonly boolean[] },
): Statement<AllotmentRow> => sql<AllotmentRow>`
  select a.lane, a.limit_key, a.subject_code, a.period_start, a.id, a.allotted, a.used
  from unnest(
    ${keys.map((k) => k.meter)}::text[],
    ${keys.map((k) => k.subjectCode)}::text[],
    ${keys.map((k) => moment(k.start))}::timestamptz[],
    ${isWhole}::boolean[]) as w (meter, subject, start, is_whole)
  join promotions.allotment a on a.limit_key = w.meter and a.subject_code = w.subject
    and a.period_start = w.start and (a.lane = ${lane}::int or w.is_whole) and a.used < a.allotted
  order by a.limit_key, a.subject_code, a.period_start, a.lane, a.id
  for update of a`;

/** Sees to it that budgets are there: a row can only be locked when it exists. */
export const ensureBudgets = (keys: readonly BudgetKey[]): Statement => sql`
  insert into promotions.budget (limit_key, subject_code, period_start, allotted)
  select w.meter, w.subject, w.start, 0
  from unnest(
    ${keys.map((k) => k.meter)}::text[],
    ${keys.map((k) => k.subjectCode)}::text[],
    ${keys.map((k) => moment(k.start))}::timestamptz[]) as w (meter, subject, start)
  order by w.meter, w.subject, w.start
  on conflict do nothing`;

type LockedBudget = Omit<BudgetRow, 'unspent'>;

/** Locks budgets, in order. */
export const lockBudgets = (
  keys: readonly BudgetKey[],
): Statement<LockedBudget> => sql<LockedBudget>`
  select b.limit_key, b.subject_code, b.period_start, b.allotted
  from unnest(
    ${keys.map((k) => k.meter)}::text[],
    ${keys.map((k) => k.subjectCode)}::text[],
    ${keys.map((k) => moment(k.start))}::timestamptz[]) as w (meter, subject, start)
  join promotions.budget b on b.limit_key = w.meter and b.subject_code = w.subject
    and b.period_start = w.start
  order by b.limit_key, b.subject_code, b.period_start
  for update of b`;

/** Hands out more of budgets that are locked. */
export const raiseAllotted = (
  grants: readonly (BudgetKey & { readonly amount: number })[],
): Statement => sql`
  update promotions.budget b set allotted = b.allotted + w.amount
  from unnest(
    ${grants.map((g) => g.meter)}::text[],
    ${grants.map((g) => g.subjectCode)}::text[],
    ${grants.map((g) => moment(g.start))}::timestamptz[],
    ${grants.map((g) => g.amount)}::bigint[]) as w (meter, subject, start, amount)
  where b.limit_key = w.meter and b.subject_code = w.subject and b.period_start = w.start`;

export type NewAllotment = BudgetKey & {
  readonly lane: number;
  readonly id: string;
  readonly allotted: number;
  readonly used: number;
};

/** Gives lanes something to spend. */
export const insertAllotments = (rows: readonly NewAllotment[]): Statement => sql`
  insert into promotions.allotment (lane, limit_key, subject_code, period_start, id, allotted, used)
  select * from unnest(
    ${rows.map((r) => r.lane)}::int[],
    ${rows.map((r) => r.meter)}::text[],
    ${rows.map((r) => r.subjectCode)}::text[],
    ${rows.map((r) => moment(r.start))}::timestamptz[],
    ${rows.map((r) => r.id)}::uuid[],
    ${rows.map((r) => r.allotted)}::bigint[],
    ${rows.map((r) => r.used)}::bigint[])`;

/** Notes what was spent of locked allotments; the table refuses more than there was. */
export const spendAllotments = (rows: readonly AllotmentRow[]): Statement => sql`
  update promotions.allotment a set used = w.used
  from unnest(
    ${rows.map((r) => r.lane)}::int[],
    ${rows.map((r) => r.limit_key)}::text[],
    ${rows.map((r) => r.subject_code)}::text[],
    ${rows.map((r) => formatInstant(r.period_start))}::timestamptz[],
    ${rows.map((r) => r.id)}::uuid[],
    ${rows.map((r) => r.used)}::bigint[]) as w (lane, meter, subject, start, id, used)
  where a.lane = w.lane and a.limit_key = w.meter and a.subject_code = w.subject
    and a.period_start = w.start and a.id = w.id`;

/** Removes allotments that are spent and that nobody is at work on; their budget's lock is held. */
export const sweepAllotments = (keys: readonly BudgetKey[]): Statement => sql`
  delete from promotions.allotment a
  where (a.lane, a.limit_key, a.subject_code, a.period_start, a.id) in (
    select s.lane, s.limit_key, s.subject_code, s.period_start, s.id
    from promotions.allotment s
    join unnest(
      ${keys.map((k) => k.meter)}::text[],
      ${keys.map((k) => k.subjectCode)}::text[],
      ${keys.map((k) => moment(k.start))}::timestamptz[]) as w (meter, subject, start)
      on s.limit_key = w.meter and s.subject_code = w.subject and s.period_start = w.start
    where s.used = s.allotted
    for update of s skip locked)`;
