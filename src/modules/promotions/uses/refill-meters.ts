import type { Database, Session } from '#platform/db/index.ts';
import type { LimitAsk } from '../core/index.ts';
import {
  type BudgetKey,
  ensureBudgets,
  insertAllotments,
  lockAllotments,
  lockBudgets,
  raiseAllotted,
  readBudgets,
  sweepAllotments,
} from '../sql/budgets.ts';
import { type MeterQuery, type MeterRows, markMeters, unlockMeters } from './read-meters.ts';
import { idOf, type Shortage } from './shared-meters.ts';

/** What a refill works with. */
export type RefillDeps = {
  /** Draws are transactions of their own: they must stand whatever becomes of the batch. */
  readonly db: Pick<Database, 'transaction'>;
  readonly lane: number;
  readonly newId: () => string;
};

/** How far a batch has gone to get what it lacks. */
export type Refilling = {
  /** Ids of limits that it has locked as a whole. */
  readonly whole: Set<string>;
  /** Draws so far, by id. */
  readonly draws: Map<string, number>;
};

/** Draws before a limit is locked as a whole: others of the lane may be faster. */
const DRAWS_MAX = 3;
/** A lane draws a sixteenth of what is left: little when there is little. */
const PART = 16;

/**
 * Gets a batch what it lacks of shared limits. Its locks on them are given up first, so that nobody waits in
 * a circle. Then more is drawn for the lane; when everything is handed out already, the batch locks the
 * limit with all that lanes have left of it, and knows to the last unit what there is.
 */
export async function refillMeters(
  session: Session,
  deps: RefillDeps,
  of: {
    readonly query: MeterQuery;
    readonly shortages: readonly Shortage[];
    readonly refilling: Refilling;
  },
): Promise<Pick<MeterRows, 'budgets' | 'allotments'>> {
  const { query, shortages, refilling } = of;
  const { whole, draws } = refilling;
  await session.run(unlockMeters());
  const toDraw = shortages.filter(({ ask, allotted }) => {
    const id = idOf(ask);
    const tried = draws.get(id) ?? 0;
    draws.set(id, tried + 1);
    const isDrawn = allotted < ask.bound && tried < DRAWS_MAX && !whole.has(id);
    if (!isDrawn) whole.add(id);
    return isDrawn;
  });
  if (toDraw.length > 0) await draw(deps, toDraw);
  const taken = inOrder(query.shared.filter((ask) => whole.has(idOf(ask))));
  const isWhole = query.shared.map((ask) => whole.has(idOf(ask)));
  const answers = await session.pipeline([
    markMeters(),
    ensureBudgets(taken),
    lockBudgets(taken),
    lockAllotments(query.shared, { lane: deps.lane, isWhole }),
    readBudgets(query.shared),
  ] as const);
  return { allotments: answers[3], budgets: answers[4] };
}

/** Hands out more to a lane, in a short transaction of its own. */
async function draw(deps: RefillDeps, shortages: readonly Shortage[]): Promise<void> {
  const missingById = new Map<string, number>();
  for (const { ask, missing } of shortages) {
    missingById.set(idOf(ask), Math.max(missing, missingById.get(idOf(ask)) ?? 0));
  }
  const asks = inOrder([...new Map(shortages.map(({ ask }) => [idOf(ask), ask])).values()]);
  await deps.db.transaction(async (tx) => {
    const [, budgets] = await tx.pipeline([ensureBudgets(asks), lockBudgets(asks)] as const);
    const allottedById = new Map(
      budgets.map((row) => [
        idOf({ meter: row.limit_key, subjectCode: row.subject_code, start: row.period_start }),
        row.allotted,
      ]),
    );
    const grants = asks.flatMap((ask) => {
      const allotted = allottedById.get(idOf(ask)) ?? 0;
      const amount = partOf(ask, { allotted, missing: missingById.get(idOf(ask)) ?? 0 });
      return amount > 0 ? [{ ...ask, amount }] : [];
    });
    if (grants.length === 0) return;
    const fresh = grants.map((grant) => ({
      ...grant,
      lane: deps.lane,
      id: deps.newId(),
      allotted: grant.amount,
      used: 0,
    }));
    await tx.pipeline([sweepAllotments(asks), raiseAllotted(grants), insertAllotments(fresh)]);
  });
}

/** How much of a limit a lane is given: what it lacks or its part of the rest, never more than there is. */
function partOf(
  { max, bound }: LimitAsk,
  { allotted, missing }: { readonly allotted: number; readonly missing: number },
): number {
  const part = Math.ceil(Math.max(0, max - allotted) / PART);
  return Math.min(Math.max(0, bound - allotted), Math.max(missing, part));
}

function inOrder<Key extends BudgetKey>(keys: readonly Key[]): readonly Key[] {
  return [...keys].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}
