import type { Basket } from '../basket/basket.ts';
import { pointsColumn } from '../basket/points-column.ts';
import { redemptionColumn } from '../basket/redemption-column.ts';
import type { BoundLimit } from '../compile/bound-limits.ts';
import type { Rule } from '../compile/ranked-rule.ts';
import { STEP } from '../compile/steps.ts';
import { applySelection } from '../select/apply-selection.ts';
import { countUse, countUseOnLine, type LimitBook } from './limit-book.ts';
import { type GivenPoints, openGiven, openPlay, type Play, type PlayBook } from './play.ts';
import type { PointsGrant, Trial } from './trial.ts';

/** What an outcome is written to besides the basket. */
export type Records = { readonly book: LimitBook; readonly plays: PlayBook };

/**
 * Writes an outcome into the basket: splits slices, lowers prices, gives points, marks units and lines,
 * counts limits.
 */
export function applyTrial(trial: Trial, rule: Rule, { book, plays }: Records): Play {
  const { basket, selection } = trial;
  const play = openPlay(plays, rule, basket.lines.length);
  countLimits(trial, rule, { book, amounts: play.limitAmounts });
  if (rule.marksUnits !== 0 || rule.isWatched || !selection.isWhole) {
    applySelection(basket, selection, rule.marksUnits);
  }
  if (trial.discount > 0) {
    lowerPrices(trial, rule, play.byLine);
    play.discount = trial.discount;
    play.hadDiscount = true;
  }
  if (trial.hasFloors) raiseFloors(trial);
  if (trial.allowanceCount > 0) allowPoints(trial);
  if (trial.terms.length > 0) setTerms(trial);
  if (trial.grantCount > 0) play.points = givePoints(trial, rule, plays);
  if (trial.emissions.length > 0) play.emissions = trial.emissions.slice();
  play.isLimited = trial.isCut;
  return play;
}

function lowerPrices(trial: Trial, rule: Rule, byLine: Float64Array): void {
  const { basket, selection, off } = trial;
  const { price, line } = basket.slices;
  const { slice: slices, count } = selection;
  for (let place = 0; place < count; place += 1) {
    const kopecks = off[place] ?? 0;
    if (kopecks === 0) continue;
    const slice = slices[place] ?? 0;
    const own = line[slice] ?? 0;
    price[slice] = (price[slice] ?? 0) - kopecks;
    byLine[own] = (byLine[own] ?? 0) + kopecks;
  }
  if (rule.isWatched) markGiven(trial, rule);
}

/** Marks the lines on which money was taken off, initial prices aside; locks them when it must. */
function markGiven(trial: Trial, rule: Rule): void {
  const { basket, selection, off, initialOff, hasInitial } = trial;
  for (let place = 0; place < selection.count; place += 1) {
    const kopecks = off[place] ?? 0;
    if (kopecks === 0) continue;
    const own = basket.slices.line[selection.slice[place] ?? 0] ?? 0;
    const isInitial = hasInitial && (initialOff[place] ?? 0) === kopecks;
    markLine(basket, own, rule.marksLocked | (isInitial ? 0 : rule.marksGiven));
  }
}

function markLine(basket: Basket, line: number, marks: number): void {
  basket.lineState[line] = (basket.lineState[line] ?? 0) | marks;
  basket.lineMarks |= marks;
}

function raiseFloors({ basket, selection, floors }: Trial): void {
  const { floor, price } = basket.slices;
  for (let place = 0; place < selection.count; place += 1) {
    const slice = selection.slice[place] ?? 0;
    const raised = Math.min(price[slice] ?? 0, floors[place] ?? 0);
    floor[slice] = Math.max(floor[slice] ?? 0, raised);
  }
}

function allowPoints({ basket, selection, allowances, allowanceCount }: Trial): void {
  for (let i = 0; i < allowanceCount; i += 1) {
    const allowance = allowances[i];
    if (allowance === undefined) continue;
    const { redeemable } = redemptionColumn(basket, allowance.currencyCode);
    for (let place = 0; place < selection.count; place += 1) {
      const slice = selection.slice[place] ?? 0;
      redeemable[slice] = (redeemable[slice] ?? 0) + (allowance.kopecks[place] ?? 0);
    }
  }
}

function setTerms({ basket, selection, terms }: Trial): void {
  for (const term of terms) {
    const column = redemptionColumn(basket, term.currencyCode);
    if (term.kind === 'bar') {
      for (let place = 0; place < selection.count; place += 1) {
        if ((selection.targets[place] ?? 0) > 0) column.barred[selection.slice[place] ?? 0] = 1;
      }
    } else if (term.kind === 'rate') {
      // BigInt: both products may leave the safe integers.
      const isHigher =
        column.den === 0 ||
        BigInt(term.num) * BigInt(column.den) > BigInt(column.num) * BigInt(term.den);
      if (isHigher) Object.assign(column, { num: term.num, den: term.den });
    } else {
      column.minPoints = Math.max(column.minPoints, term.minPoints);
      column.stepPoints = leastMultiple(column.stepPoints, term.stepPoints);
      column.maxPoints = strictest(column.maxPoints, term.maxPoints);
    }
  }
}

/** 0 stands for no bound. */
function strictest(a: number, b: number): number {
  if (a === 0 || b === 0) return Math.max(a, b);
  return Math.min(a, b);
}

/** Beyond the safe integers no number of points is a multiple but 0, as with the largest of them. */
function leastMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  const multiple = (BigInt(a) / BigInt(x)) * BigInt(b);
  return Number(multiple > MULTIPLE_MAX ? MULTIPLE_MAX : multiple);
}
const MULTIPLE_MAX = BigInt(Number.MAX_SAFE_INTEGER);

function givePoints(trial: Trial, rule: Rule, plays: PlayBook): readonly GivenPoints[] {
  const [first] = trial.grants;
  if (first === undefined) return [];
  const given = [recordOf(trial, rule, { grant: first, plays })];
  for (let i = 1; i < trial.grantCount; i += 1) {
    const grant = trial.grants[i];
    if (grant !== undefined) given.push(recordOf(trial, rule, { grant, plays }));
  }
  return given;
}

type Recording = { readonly grant: PointsGrant; readonly plays: PlayBook };

function recordOf(trial: Trial, rule: Rule, { grant, plays }: Recording): GivenPoints {
  const record = openGiven(plays, grant, trial.basket.lines.length);
  giveGrant(trial, rule, { grant, byLine: record.byLine });
  return record;
}

type Giving = { readonly grant: PointsGrant; readonly byLine: Float64Array };

function giveGrant({ basket, selection }: Trial, rule: Rule, { grant, byLine }: Giving): void {
  const { points, parts } = grant;
  const column = pointsColumn(basket, grant.currencyCode);
  if (points < 0) {
    column.debited -= points;
    return;
  }
  const isFirst = rule.ownStep === STEP.accrual;
  const { line } = basket.slices;
  const { all, earned } = column;
  column.total += points;
  for (let place = 0; place < selection.count; place += 1) {
    const part = parts[place] ?? 0;
    if (part === 0) continue;
    const slice = selection.slice[place] ?? 0;
    const own = line[slice] ?? 0;
    byLine[own] = (byLine[own] ?? 0) + part;
    all[slice] = (all[slice] ?? 0) + part;
    if (isFirst) earned[slice] = (earned[slice] ?? 0) + part;
    if (rule.isWatched) markLine(basket, own, rule.marksLocked | rule.marksGiven);
  }
}

type Counting = { readonly book: LimitBook; readonly amounts: number[] };

/** Notes what an outcome uses of each limit, and writes down what others may ask for. */
function countLimits(trial: Trial, rule: Rule, { book, amounts }: Counting): void {
  const { all } = rule.limits;
  for (let i = 0; i < all.length; i += 1) {
    const bound = all[i];
    if (bound === undefined) continue;
    const amount = bound.unit.amount(trial);
    amounts.push(amount);
    if (!bound.limit.isShared) continue;
    countUse(book, bound.limit.key, amount);
    if (bound.limit.isByLine) countByLine(trial, bound, book);
  }
}

function countByLine(trial: Trial, { limit, unit }: BoundLimit, book: LimitBook): void {
  const { selection, basket } = trial;
  if (unit.amountAt === undefined) return;
  for (let place = 0; place < selection.count; place += 1) {
    const line = basket.slices.line[selection.slice[place] ?? 0] ?? 0;
    const use = { line, amount: unit.amountAt(trial, place), lines: basket.lines.length };
    countUseOnLine(book, limit.key, use);
  }
}
