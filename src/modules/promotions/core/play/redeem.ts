import { mulDivCeil, mulDivFloor, type Ratio } from '#shared/ratio.ts';
import type { Basket } from '../basket/basket.ts';
import { fitInto, shareInto, sumOf } from '../basket/numbers.ts';
import { payersOf } from '../basket/payers.ts';
import { type RedemptionColumn, redemptionColumn } from '../basket/redemption-column.ts';
import { ownFact, type RedemptionFacts } from '../facts.ts';
import type { Work } from './work.ts';

/**
 * Pays with points, currency by currency: as many as were asked for, within what promotions allow and
 * what the member has; see docs/engine.md 11.1.
 */
export function redeem(work: Work): void {
  const { basket } = work;
  // Without a promotion of the phase no currency may pay anything.
  if (basket.redemption.length === 0) return;
  for (const payer of payersOf(basket.facts)) {
    const column = redemptionColumn(basket, payer.currencyCode);
    const allowed = allowedBy(work, column);
    if (allowed > 0) pay(work, { column, payer, allowed });
  }
}

type Paying = {
  readonly column: RedemptionColumn;
  readonly payer: RedemptionFacts;
  /** Kopecks that may be paid at most; by slice they stand in `allowedParts`. */
  readonly allowed: number;
};

function allowedBy({ basket, deck }: Work, { redeemable, barred }: RedemptionColumn): number {
  const { price, floor, paid, count } = basket.slices;
  const { redemptionCapBasisPoints, pointsPayFloor } = deck.settings;
  if (allowedParts.length < count) {
    allowedParts = new Float64Array(count * 2);
    paidParts = new Float64Array(count * 2);
  }
  for (let s = 0; s < count; s += 1) {
    const kept = (pointsPayFloor ? 0 : (floor[s] ?? 0)) + (paid[s] ?? 0);
    const left = barred[s] === 1 ? 0 : Math.max(0, (price[s] ?? 0) - kept);
    allowedParts[s] = Math.min(redeemable[s] ?? 0, left);
  }
  const bound = mulDivFloor(sumOf(price, count), redemptionCapBasisPoints, 10_000);
  return Math.min(sumOf(allowedParts, count), bound - sumOf(paid, count));
}

function pay({ basket }: Work, { column, payer, allowed }: Paying): void {
  const { slices, facts } = basket;
  const currency = ownFact(facts.currencies, payer.currencyCode);
  const rate = column.den > 0 ? { num: column.num, den: column.den } : currency?.kopecksPerPoint;
  if (rate === undefined || rate.num === 0) return;
  const max = mostPoints(column, payer, { allowed, rate });
  const wanted = stepped(Math.min(payer.requestedPoints, max), column);
  column.redeemablePointsMax = max;
  const kopecks = worthOf(wanted, rate);
  if (kopecks === 0) return;
  fitInto(paidParts, {
    total: kopecks,
    weights: allowedParts,
    rooms: allowedParts,
    count: slices.count,
  });
  for (let s = 0; s < slices.count; s += 1) {
    slices.paid[s] = (slices.paid[s] ?? 0) + (paidParts[s] ?? 0);
  }
  column.redeemedKopecks = kopecks;
  column.redeemedPoints = fewest(kopecks, rate, column.stepPoints);
  column.kopecksByLine = byLine(basket, paidParts);
  const { count } = slices;
  shareInto(paidParts, { total: column.redeemedPoints, weights: paidParts, count });
  column.pointsByLine = byLine(basket, paidParts);
}

function byLine({ slices, lines }: Basket, amounts: Float64Array): Float64Array {
  const sums = new Float64Array(lines.length);
  for (let s = 0; s < slices.count; s += 1) {
    const line = slices.line[s] ?? 0;
    sums[line] = (sums[line] ?? 0) + (amounts[s] ?? 0);
  }
  return sums;
}

type Bound = { readonly allowed: number; readonly rate: Ratio };

/** The fewest points that are worth as much as points can be, within the member's and the rule's bounds. */
function mostPoints(
  column: RedemptionColumn,
  payer: RedemptionFacts,
  { allowed, rate }: Bound,
): number {
  const useful = fewest(bestWorth(allowed, rate), rate, 1);
  const bound = column.maxPoints === 0 ? useful : Math.min(useful, column.maxPoints);
  return stepped(Math.min(bound, payer.availablePoints), column);
}

/** The greatest worth of a number of points that is not above the bound. */
function bestWorth(allowed: number, rate: Ratio): number {
  return worthOf(greatest(allowed, rate), rate);
}

/** The greatest number of points whose worth is at most so much. */
function greatest(kopecks: number, { num, den }: Ratio): number {
  // worth(k) ≤ v means k·num < (v + 1)·den.
  if (isAtLeast([kopecks + 1, den], [POINTS_MAX, num])) return POINTS_MAX;
  return mulDivCeil(kopecks + 1, den, num) - 1;
}

type Product = readonly [number, number];

/** Whether a product is at least as great as another; a safe one is never reached by one that is not. */
function isAtLeast([a, b]: Product, [c, d]: Product): boolean {
  if (a * b <= Number.MAX_SAFE_INTEGER) return a * b >= c * d;
  return BigInt(a) * BigInt(b) >= BigInt(c) * BigInt(d);
}

// Beyond every balance.
const POINTS_MAX = 10_000_000_000_000;

/** The fewest points, a multiple of the step, that are worth this; some number is known to be. */
function fewest(kopecks: number, { num, den }: Ratio, step: number): number {
  if (kopecks === 0) return 0;
  return mulDivCeil(mulDivCeil(kopecks, den, num), 1, step) * step;
}

/** A multiple of the step, or nothing when that is below the least. */
function stepped(points: number, { stepPoints, minPoints }: RedemptionColumn): number {
  const whole = points - (points % stepPoints);
  return whole < minPoints ? 0 : whole;
}

function worthOf(points: number, { num, den }: Ratio): number {
  return mulDivFloor(points, num, den);
}

// Working space of one payment.
let allowedParts = new Float64Array(64);
let paidParts = new Float64Array(64);
