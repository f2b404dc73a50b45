import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { Ask, LimitAsk } from '../core/index.ts';
import { type AllotmentRow, type BudgetRow, lockAllotments, readBudgets } from '../sql/budgets.ts';
import {
  type CounterRow,
  type MemberSpan,
  readCounters,
  readUses,
  type UseRow,
} from '../sql/meters.ts';
import {
  type LastPurchaseRow,
  type LastPurchaseSpan,
  type PurchaseRow,
  type PurchaseSpan,
  readLastPurchases,
  readPurchases,
} from '../sql/purchases.ts';
import { idOf } from './shared-meters.ts';

/** Whose receipt asks for what; null = an anonymous buyer. */
export type Asking = {
  readonly ask: Ask;
  readonly memberId: MemberId | null;
  /** The receipt's wall, when it is asked when the member bought last before it. */
  readonly lastPurchaseTill?: number | undefined;
};

/** What a batch asks for, everything once. */
export type MeterQuery = {
  readonly uses: readonly MemberSpan[];
  readonly counters: readonly MemberSpan[];
  readonly shared: readonly LimitAsk[];
  readonly purchases: readonly PurchaseSpan[];
  readonly lastPurchases: readonly LastPurchaseSpan[];
};

export type MeterRows = {
  readonly uses: readonly UseRow[];
  readonly counters: readonly CounterRow[];
  readonly budgets: readonly BudgetRow[];
  readonly allotments: readonly AllotmentRow[];
  readonly purchases: readonly PurchaseRow[];
  readonly lastPurchases: readonly LastPurchaseRow[];
};

/** Puts the wishes of a batch together. */
export function meterQuery(askings: readonly Asking[]): MeterQuery {
  const uses = new Map<string, MemberSpan>();
  const counters = new Map<string, MemberSpan>();
  const shared = new Map<string, LimitAsk>();
  const purchases = new Map<MemberId, PurchaseSpan>();
  const lastPurchases = new Map<string, LastPurchaseSpan>();
  for (const { ask, memberId, lastPurchaseTill: till } of askings) {
    for (const limit of ask.limits.values()) {
      if (limit.isShared) shared.set(idOf(limit), limit);
      else if (memberId !== null) addSpan(uses, memberId, limit);
    }
    if (memberId === null) continue;
    if (till !== undefined) {
      lastPurchases.set(`${memberId} ${till}`, { bucket: bucketOf(memberId), memberId, till });
    }
    if (ask.history !== null) widen(purchases, memberId, ask.history);
    for (const counter of ask.counters.values()) {
      addSpan(counters, memberId, { ...counter, from: counter.start });
    }
  }
  return {
    uses: [...uses.values()],
    counters: [...counters.values()],
    shared: [...shared.values()],
    purchases: [...purchases.values()],
    lastPurchases: [...lastPurchases.values()],
  };
}

/** One stretch per member, wide enough for all his receipts of the batch: no row is read twice. */
function widen(
  spans: Map<MemberId, PurchaseSpan>,
  memberId: MemberId,
  { from, till }: Pick<PurchaseSpan, 'from' | 'till'>,
): void {
  const known = spans.get(memberId) ?? { from, till };
  spans.set(memberId, {
    bucket: bucketOf(memberId),
    memberId,
    from: Math.min(known.from, from),
    till: Math.max(known.till, till),
  });
}

function addSpan(
  spans: Map<string, MemberSpan>,
  memberId: MemberId,
  { meter, from, start }: Pick<MemberSpan, 'meter' | 'from' | 'start'>,
): void {
  const span = { bucket: bucketOf(memberId), memberId, meter, from, start };
  spans.set(`${memberId} ${meter} ${from} ${start}`, span);
}

/** Locks on shared limits are given up by going back here; those on accounts stay. */
export const markMeters = (): Statement => sql`savepoint meters`;
export const unlockMeters = (): Statement => sql`rollback to savepoint meters`;

/** Statements that read meters, and what their answers are; none where nothing is asked. */
export type MeterReader = {
  readonly statements: readonly Statement[];
  readonly rowsOf: (answers: readonly (readonly unknown[])[]) => MeterRows;
};

/** @param lane whose allotments are locked; null = nothing is locked, it is only a calculation */
export function meterReader(query: MeterQuery, lane: number | null): MeterReader {
  const parts = partsOf(query, lane);
  return {
    statements: parts.map(({ statement }) => statement),
    rowsOf(answers) {
      const rowsOf = <Name extends keyof MeterRows>(name: Name): MeterRows[Name] =>
        (answers[parts.findIndex((part) => part.name === name)] ?? []) as MeterRows[Name];
      return {
        uses: rowsOf('uses'),
        counters: rowsOf('counters'),
        purchases: rowsOf('purchases'),
        lastPurchases: rowsOf('lastPurchases'),
        budgets: rowsOf('budgets'),
        allotments: rowsOf('allotments'),
      };
    },
  };
}

type Part = { readonly name: keyof MeterRows | 'mark'; readonly statement: Statement };

/** What is read, in order; nothing of which nothing is asked. */
function partsOf(query: MeterQuery, lane: number | null): readonly Part[] {
  const { uses, counters, purchases, lastPurchases, shared } = query;
  const parts: Part[] = [];
  if (uses.length > 0) parts.push({ name: 'uses', statement: readUses(uses) });
  if (counters.length > 0) parts.push({ name: 'counters', statement: readCounters(counters) });
  if (purchases.length > 0) parts.push({ name: 'purchases', statement: readPurchases(purchases) });
  if (lastPurchases.length > 0) {
    parts.push({ name: 'lastPurchases', statement: readLastPurchases(lastPurchases) });
  }
  if (shared.length === 0) return parts;
  if (lane !== null) {
    const isWhole = shared.map(() => false);
    parts.push({ name: 'mark', statement: markMeters() });
    parts.push({ name: 'allotments', statement: lockAllotments(shared, { lane, isWhole }) });
  }
  parts.push({ name: 'budgets', statement: readBudgets(shared) });
  return parts;
}
