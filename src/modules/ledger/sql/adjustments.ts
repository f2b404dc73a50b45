import { sql as part } from 'kysely';
import { type Database, type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { AdjustmentState } from '../admin-contract.ts';

/** A row of ledger.adjustment as the driver gives it. */
export type AdjustmentRow = {
  readonly member_id: MemberId;
  readonly id: string;
  readonly currency_code: string;
  readonly direction: 'credit' | 'debit';
  readonly points: number;
  readonly reason_code: string;
  readonly comment: string;
  readonly state: AdjustmentState;
  readonly maker_id: string;
  readonly made_at: Instant;
  readonly checker_id: string | null;
  readonly decided_at: Instant | null;
  readonly decision_comment: string | null;
};

export type NewAdjustment = Omit<
  AdjustmentRow,
  'state' | 'checker_id' | 'decided_at' | 'decision_comment'
>;

export type AdjustmentKey = { readonly memberId: MemberId; readonly id: string };

/** Writes a proposal; gives no row when the id is taken. */
export const insertAdjustment = (a: NewAdjustment): Statement<{ id: string }> => sql<{
  id: string;
}>`
  insert into ledger.adjustment (bucket, member_id, id, currency_code, direction, points, reason_code,
    comment, state, maker_id, made_at)
  values (${bucketOf(a.member_id)}, ${a.member_id}, ${a.id}, ${a.currency_code}, ${a.direction},
    ${a.points}, ${a.reason_code}, ${a.comment}, 'proposed', ${a.maker_id}, ${formatInstant(a.made_at)})
  on conflict do nothing
  returning id`;

export const readAdjustment = ({ memberId, id }: AdjustmentKey): Statement<AdjustmentRow> =>
  sql<AdjustmentRow>`
    select a.member_id, a.id, a.currency_code, a.direction, a.points, a.reason_code, a.comment,
      a.state, a.maker_id, a.made_at, a.checker_id, a.decided_at, a.decision_comment
    from ledger.adjustment a
    where a.bucket = ${bucketOf(memberId)} and a.member_id = ${memberId} and a.id = ${id}`;

/** What became of a proposal. */
export type Decision = {
  readonly state: 'approved' | 'rejected' | 'withdrawn';
  /** null: the maker's own withdrawal. */
  readonly checkerId: string | null;
  readonly at: Instant;
  readonly comment: string | null;
};

/** Decides on a proposal that nobody has decided on; gives no row otherwise. */
export const decideAdjustment = (
  { memberId, id }: AdjustmentKey,
  decision: Decision,
): Statement<{ id: string }> => sql<{ id: string }>`
  update ledger.adjustment a set state = ${decision.state}, checker_id = ${decision.checkerId},
    decided_at = ${formatInstant(decision.at)}, decision_comment = ${decision.comment}
  where a.bucket = ${bucketOf(memberId)} and a.member_id = ${memberId} and a.id = ${id}
    and a.state = 'proposed'
  returning a.id`;

/** Makes sure that a person has a row to queue at. */
export const ensureAdjuster = (makerId: string): Statement => sql`
  insert into ledger.adjuster (maker_id) values (${makerId}) on conflict do nothing`;

export const lockAdjuster = (makerId: string): Statement<{ maker_id: string }> => sql<{
  maker_id: string;
}>`
  select a.maker_id from ledger.adjuster a where a.maker_id = ${makerId} for no key update`;

/** What a person has asked for since a moment, by currency; what was refused or taken back is left out. */
export const sumProposed = (
  makerId: string,
  since: Instant,
): Statement<{ currency_code: string; points: number }> => sql<{
  currency_code: string;
  points: number;
}>`
  select a.currency_code, sum(a.points)::bigint as points
  from ledger.adjustment a
  where a.maker_id = ${makerId} and a.made_at > ${formatInstant(since)}
    and a.state in ('proposed', 'approved')
  group by a.currency_code`;

export type AdjustmentFilter = {
  readonly states?: readonly AdjustmentState[] | undefined;
  readonly maker?: { readonly id: string; readonly is: boolean } | undefined;
  readonly memberId?: MemberId | undefined;
  readonly isOldestFirst: boolean;
  readonly after?: { readonly madeAt: Instant; readonly id: string } | undefined;
  readonly limit: number;
};

/** A page of adjustments by the time at which they were asked for. */
export async function readAdjustments(
  db: Database,
  filter: AdjustmentFilter,
): Promise<readonly AdjustmentRow[]> {
  const order = filter.isOldestFirst ? 'asc' : 'desc';
  let query = db.kysely
    .selectFrom('ledger.adjustment as a')
    .select(['a.member_id', 'a.id', 'a.currency_code', 'a.direction', 'a.points', 'a.reason_code'])
    .select(['a.comment', 'a.state', 'a.maker_id', 'a.made_at', 'a.checker_id', 'a.decided_at'])
    .select('a.decision_comment')
    .orderBy('a.made_at', order)
    .orderBy('a.id', order)
    .limit(filter.limit);
  if (filter.states !== undefined) query = query.where('a.state', 'in', filter.states);
  if (filter.maker !== undefined) {
    query = query.where('a.maker_id', filter.maker.is ? '=' : '<>', filter.maker.id);
  }
  if (filter.memberId !== undefined) {
    query = query
      .where('a.bucket', '=', bucketOf(filter.memberId))
      .where('a.member_id', '=', filter.memberId);
  }
  if (filter.after !== undefined) {
    const key = part`(${formatInstant(filter.after.madeAt)}::timestamptz, ${filter.after.id}::uuid)`;
    const row = part`(a.made_at, a.id)`;
    query = query.where(
      filter.isOldestFirst ? part<boolean>`${row} > ${key}` : part<boolean>`${row} < ${key}`,
    );
  }
  // The rows as the driver gives them; the generated types know less of their values.
  return (await query.execute()) as unknown as readonly AdjustmentRow[];
}
