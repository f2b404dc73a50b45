import { availablePoints } from '../basket/available-points.ts';
import { head } from '../basket/numbers.ts';
import type { BoundLimit } from '../compile/bound-limits.ts';
import type { Group } from '../compile/group.ts';
import { lineEnd } from '../give/give-money.ts';
import { type LimitBook, roomOf, roomOnLine } from './limit-book.ts';
import type { Seat } from './seat.ts';
import type { Trial } from './trial.ts';
import { LIMITED, settleOutcome, type Tried, tryPlanned } from './try-rule.ts';
import type { Work } from './work.ts';

/**
 * Whether trying a promotion again would give the same, although others have applied since: it counts
 * from the group's base, sees the same units, and there is more room than it needs. Where a discount was
 * or would be cut to the room or to a limit, the parts may come out otherwise, so that is tried again.
 */
export function isStillGood({ rule, trial }: Seat, group: Group): boolean {
  const { basket, selection, rooms, off } = trial;
  const { slices } = basket;
  if (!group.policy.usesBase || !group.isQuiet || !rule.isSteady || trial.isCut) return false;
  if (trial.splits !== slices.splits.length) return false;
  if (!rule.readsPrices) return true;
  for (let place = 0; place < selection.count; place += 1) {
    const slice = selection.slice[place] ?? 0;
    const targets = selection.targets[place] ?? 0;
    const all = slices.units[slice] ?? 1;
    const price = head(slices.price[slice] ?? 0, targets, all);
    const room = Math.max(0, price - head(slices.floor[slice] ?? 0, targets, all));
    const before = rooms[place] ?? 0;
    if (room !== before && (off[place] ?? 0) >= Math.min(room, before)) return false;
  }
  return true;
}

/**
 * Looks once more at a winner that is not tried again: a winner before it may have used up a limit that
 * both share, or the balance. A part of a plan is worked out only now.
 */
export function lookAgain(work: Work, { rule, trial, plan }: Seat): Tried {
  const { book } = work;
  if (plan !== null) return tryPlanned({ trial, rule, plan }, work);
  for (const bound of rule.limits.selection) {
    if (stillFits(trial, bound, book)) continue;
    trial.limitedBy = bound.limit.no;
    return LIMITED;
  }
  capDebits(trial);
  return settleOutcome(trial, rule, book);
}

/** Whether what a limit allowed of the selection is within what is left of it now. */
function stillFits(trial: Trial, { limit, unit }: BoundLimit, book: LimitBook): boolean {
  const { amount, amountAt } = unit;
  if (!limit.isByLine || amountAt === undefined) {
    return amount(trial) <= roomOf(book, limit, trial.basket);
  }
  const { line } = trial.basket.slices;
  for (let from = 0; from < trial.selection.count; ) {
    const to = lineEnd(trial, from);
    let used = 0;
    for (let place = from; place < to; place += 1) used += amountAt(trial, place);
    if (used > roomOnLine(book, limit, line[trial.selection.slice[from] ?? 0] ?? 0)) return false;
    from = to;
  }
  return true;
}

/** A debit takes no more than what is now available. */
function capDebits(trial: Trial): void {
  const { basket, grants } = trial;
  const given = grants.slice(0, trial.grantCount);
  const taken = new Map<string, number>();
  for (const grant of given) {
    if (grant.points >= 0) continue;
    const before = taken.get(grant.currencyCode) ?? 0;
    const left = Math.max(0, availablePoints(basket, grant.currencyCode) - before);
    grant.points = -Math.min(-grant.points, left);
    taken.set(grant.currencyCode, before - grant.points);
  }
  const kept = given.filter(({ points }) => points !== 0);
  if (kept.length === given.length) return;
  grants.splice(0, given.length, ...kept, ...given.filter(({ points }) => points === 0));
  trial.grantCount = kept.length;
}
