import type { Statement } from '#platform/db/index.ts';
import type { LimitAsk } from '../core/index.ts';
import {
  type AllotmentRow,
  type BudgetKey,
  type BudgetRow,
  insertAllotments,
  raiseAllotted,
  spendAllotments,
} from '../sql/budgets.ts';

/** One shared limit in one period while a batch works on it. */
type Shared = {
  readonly ask: LimitAsk;
  /** Handed out to lanes, as committed. */
  readonly allotted: number;
  /** Of it not spent by anybody, as committed. */
  readonly unspent: number;
  /** What this batch may spend of it: rows locked, and the rest where the whole limit is locked. */
  readonly rows: AllotmentRow[];
  readonly isWhole: boolean;
  /** Spent by this batch so far. */
  spent: number;
};

export type SharedMeters = ReadonlyMap<string, Shared>;

/** A limit of which this batch may spend less than there is. */
export type Shortage = {
  readonly ask: LimitAsk;
  readonly missing: number;
  readonly allotted: number;
};

export const idOf = ({ meter, subjectCode, start }: BudgetKey): string =>
  `${meter} ${start} ${subjectCode}`;

const keyOf = (row: Pick<BudgetRow, 'limit_key' | 'subject_code' | 'period_start'>): string =>
  idOf({ meter: row.limit_key, subjectCode: row.subject_code, start: row.period_start });

export function openSharedMeters(
  asks: readonly LimitAsk[],
  rows: { readonly budgets: readonly BudgetRow[]; readonly allotments: readonly AllotmentRow[] },
  whole: ReadonlySet<string>,
): SharedMeters {
  const budgets = new Map(rows.budgets.map((row) => [keyOf(row), row]));
  const allotments = Map.groupBy(rows.allotments, keyOf);
  return new Map(
    asks.map((ask) => {
      const id = idOf(ask);
      const budget = budgets.get(id);
      const shared: Shared = {
        ask,
        allotted: budget?.allotted ?? 0,
        unspent: budget?.unspent ?? 0,
        rows: allotments.get(id) ?? [],
        isWhole: whole.has(id),
        spent: 0,
      };
      return [id, shared];
    }),
  );
}

/** How much of a shared limit is used, by everybody and by the batch itself. */
export function sharedUsed(meters: SharedMeters, ask: LimitAsk): number {
  const shared = meters.get(idOf(ask));
  return shared === undefined ? 0 : shared.allotted - shared.unspent + shared.spent;
}

/** Spends of a shared limit; undefined, or what this batch lacks to do so. */
export function spendShared(
  meters: SharedMeters,
  ask: LimitAsk,
  amount: number,
): Shortage | undefined {
  const shared = meters.get(idOf(ask));
  if (shared === undefined) return { ask, missing: amount, allotted: 0 };
  const own = shared.rows.reduce((sum, row) => sum + row.allotted - row.used, 0);
  const rest = shared.isWhole ? Math.max(0, ask.bound - shared.allotted) : 0;
  const missing = shared.spent + amount - own - rest;
  if (missing > 0) return { ask, missing, allotted: shared.allotted };
  shared.spent += amount;
  return undefined;
}

/** What is to be written of it. @param lane whose new allotments are @param newId for each of them */
export function sharedMeterStatements(
  meters: SharedMeters,
  { lane, newId }: { readonly lane: number; readonly newId: () => string },
): readonly Statement[] {
  const spending: AllotmentRow[] = [];
  const granted: (BudgetKey & { readonly amount: number })[] = [];
  for (const { ask, rows, spent } of meters.values()) {
    let left = spent;
    // Its own lane's first, so that others keep what they have.
    for (const row of [...rows].sort((a, b) => distance(a, lane) - distance(b, lane))) {
      const part = Math.min(left, row.allotted - row.used);
      if (part > 0) spending.push({ ...row, used: row.used + part });
      left -= part;
    }
    if (left > 0) granted.push({ ...ask, amount: left });
  }
  const fresh = granted.map((grant) => ({
    ...grant,
    lane,
    id: newId(),
    allotted: grant.amount,
    used: grant.amount,
  }));
  return [
    ...(spending.length > 0 ? [spendAllotments(spending)] : []),
    ...(granted.length > 0 ? [raiseAllotted(granted), insertAllotments(fresh)] : []),
  ];
}

const distance = (row: AllotmentRow, lane: number): number => (row.lane === lane ? 0 : 1);
