import type { Statement } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';
import type { LocalDate } from '#shared/time.ts';
import {
  counterChangeOf,
  type Decision,
  effectsOf,
  type Facts,
  type GroupCodesOf,
  type LimitAsk,
  limitUsesOf,
} from '../core/index.ts';
import { lastPurchaseOn, openLastPurchases } from '../history/last-purchases.ts';
import { historyOf, historyStatements, openHistory, remember } from '../history/member-history.ts';
import type { NewPurchase } from '../sql/purchases.ts';
import type { Aftermath, KeptChange, KeptUse } from './aftermath.ts';
import {
  count,
  counterOf,
  type MemberMeters,
  memberMeterStatements,
  openMemberMeters,
  use,
  usedOf,
} from './member-meters.ts';
import type { Asking, MeterQuery, MeterRows } from './read-meters.ts';
import {
  openSharedMeters,
  type Shortage,
  sharedMeterStatements,
  sharedUsed,
  spendShared,
} from './shared-meters.ts';

/** What promotions are told of it. */
export type CountedFacts = Pick<Facts, 'limitUsed' | 'limitLeft' | 'counters' | 'history'> & {
  /** When the member bought last before this receipt; null = never, or no promotion asks. */
  readonly lastPurchaseOn: LocalDate | null;
};

/** What promotions count, while a batch is decided: read under the locks, changed receipt by receipt. */
export type Meters = {
  factsOf(asking: Asking): CountedFacts;
  /**
   * Takes what a decision uses. False: this batch may not spend so much of a shared limit; `shortages`
   * say of which, nothing of the batch can stand, and it is decided again after a refill.
   */
  take(asking: Asking, decision: Decision): Aftermath | false;
  /** Adds a purchase to its member's history. */
  remember(purchase: NewPurchase): void;
  readonly shortages: readonly Shortage[];
  statements(how: { readonly lane: number; readonly newId: () => string }): readonly Statement[];
};

/** How a batch's meters are opened. */
export type MeterOptions = {
  readonly groupCodesOf: GroupCodesOf;
  /** Ids of shared limits that are locked as a whole. */
  readonly whole?: ReadonlySet<string>;
};

/** Opens the meters of a batch. */
export function openMeters(
  query: MeterQuery,
  rows: MeterRows,
  { groupCodesOf, whole = new Set() }: MeterOptions,
): Meters {
  const history = openHistory(rows.purchases);
  const lastPurchases = openLastPurchases(rows.lastPurchases);
  const own = openMemberMeters(rows.uses, rows.counters);
  const shared = openSharedMeters(query.shared, rows, whole);
  const shortages: Shortage[] = [];
  const used: UsedOf = (ask, memberId) => {
    if (ask.isShared) return sharedUsed(shared, ask);
    return memberId === null ? 0 : usedOf(own, memberId, ask);
  };
  return {
    shortages,
    factsOf: (asking) => ({
      ...limitsOf(asking, used),
      counters: countersOf(own, asking),
      history: historyOf(history, asking, groupCodesOf),
      lastPurchaseOn: lastPurchaseOn(lastPurchases, asking),
    }),
    take(asking, decision) {
      const limitUses: KeptUse[] = [];
      for (const { key, promotionCode, unit, amount } of limitUsesOf(decision)) {
        const ask = asking.ask.limits.get(key);
        if (ask === undefined) continue;
        if (ask.isShared) {
          const shortage = spendShared(shared, ask, amount);
          if (shortage !== undefined) shortages.push(shortage);
        } else if (asking.memberId !== null) {
          use(own, { memberId: asking.memberId, ask, amount });
        }
        const { meter, isShared, subjectCode, start } = ask;
        limitUses.push({ promotionCode, unit, amount, meter, isShared, subjectCode, start });
      }
      if (shortages.length > 0) return false;
      const effects = effectsOf(decision);
      return { limitUses, counters: countAll(own, asking, decision), effects };
    },
    remember: (purchase) => {
      remember(history, purchase);
      lastPurchases.added.push(purchase);
    },
    statements: (how) => [
      ...memberMeterStatements(own),
      ...historyStatements(history),
      ...sharedMeterStatements(shared, how),
    ],
  };
}

type UsedOf = (ask: LimitAsk, memberId: MemberId | null) => number;

function limitsOf(
  { ask, memberId }: Asking,
  used: UsedOf,
): Pick<CountedFacts, 'limitUsed' | 'limitLeft'> {
  const limitUsed: Record<string, number> = {};
  const limitLeft: Record<string, number> = {};
  for (const limit of ask.limits.values()) {
    const before = used(limit, memberId);
    if (before > 0) limitUsed[limit.key] = before;
    if (ask.leftKeys.has(limit.key)) limitLeft[limit.key] = Math.max(0, limit.max - before);
  }
  return { limitUsed, limitLeft };
}

function countersOf(own: MemberMeters, { ask, memberId }: Asking): Facts['counters'] {
  if (memberId === null) return {};
  const entries = [...ask.counters.values()].map((counter) => {
    const { value, changes, sum } = counterOf(own, memberId, counter);
    return [counter.code, { value, changes, sum }] as const;
  });
  return Object.fromEntries(entries.filter(([, { changes }]) => changes > 0));
}

function countAll(own: MemberMeters, { ask, memberId }: Asking, decision: Decision): KeptChange[] {
  if (memberId === null) return [];
  return effectsOf(decision).flatMap((record) => {
    const change = counterChangeOf(record);
    const counter = change === undefined ? undefined : ask.counters.get(change.code);
    if (change === undefined || counter === undefined) return [];
    const { meter, start } = counter;
    const { promotionCode, op, amount } = change;
    const no = count(own, { memberId, meter, start }, { op, amount });
    return [{ promotionCode, meter, start, op, amount, no }];
  });
}
