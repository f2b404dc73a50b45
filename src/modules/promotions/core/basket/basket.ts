import type { GoodsMatcher } from '../compile/goods-matcher.ts';
import type { BasketLine, Facts } from '../facts.ts';
import type { Selection } from '../select/selection.ts';
import type { PointsColumn } from './points-column.ts';
import type { RedemptionColumn } from './redemption-column.ts';
import type { Slices } from './slices.ts';

/**
 * The receipt while the decision is being made. Conditions, selectors, values and effects read it; only
 * the kernel writes.
 */
export type Basket = {
  facts: Facts;
  /** By `lineNo`. */
  lines: readonly BasketLine[];
  /** Of a sub-event: `0`, `0.2` …; '' = the receipt itself. */
  path: string;
  /** Every line as one or more runs of units with one fate. */
  readonly slices: Slices;
  /** Points by currency, only of currencies that have been earned here. */
  readonly points: PointsColumn[];
  /** Columns of earlier receipts. */
  readonly sparePoints: PointsColumn[];
  /** What points may pay, by currency. */
  readonly redemption: RedemptionColumn[];
  readonly spareRedemption: RedemptionColumn[];
  /** As they stood when the phase began; absent = 0. */
  readonly variables: Map<string, number>;
  /** Numbers of promotions by code, and 1 for those that have applied so far. */
  readonly numberOf: ReadonlyMap<string, number>;
  readonly applied: Uint8Array;
  /** Per line: LINE_… bits. */
  lineState: Uint8Array;
  /** All bits that any line and any slice has: 0 = nothing hides anything. */
  lineMarks: number;
  sliceMarks: number;
  readonly goods: GoodsMatcher;
  /** Working space of `ownSelection`. */
  readonly ownSelection: Selection;
  /** How far the phases have come: STAGE_… numbers. */
  stage: number;
};

/** Which sums are fixed by now: those of phase 1, 3, 5. */
export const STAGE_OPEN = 0;
export const STAGE_INITIAL = 1;
export const STAGE_AFTER_LINES = 2;
export const STAGE_AFTER_BASKET = 3;

/** Bits of a line's state, per domain: locked by an exclusive promotion; somebody has given on it. */
export const LINE_LOCKED_PRICE = 1;
export const LINE_LOCKED_POINTS = 2;
export const LINE_GIVEN_PRICE = 4;
export const LINE_GIVEN_POINTS = 8;

/** How many units a line has: its pieces, or one when it is weighed or its quantity is broken. */
export function unitsOf(line: BasketLine): number {
  const { quantityMilli, isWeighed } = line;
  return !isWeighed && quantityMilli % 1000 === 0 ? quantityMilli / 1000 : 1;
}

/** Whether a promotion has applied by now. */
export function hasApplied(basket: Basket, promotionCode: string): boolean {
  const number = basket.numberOf.get(promotionCode);
  return number !== undefined && basket.applied[number] === 1;
}

/** A variable as it stood when the phase began; absent = 0. */
export function variableOf(basket: Basket, variable: string): number {
  return basket.variables.get(variable) ?? 0;
}

/** Points of a currency that this receipt has earned so far, multiplied ones included. */
export function earnedPoints(basket: Basket, currencyCode: string): number {
  for (const column of basket.points) {
    if (column.currencyCode === currencyCode) return column.total;
  }
  return 0;
}

/** Points of a currency that pay for this receipt; 0 until phase 7 has ended. */
export function redeemedPoints(basket: Basket, currencyCode: string): number {
  for (const column of basket.redemption) {
    if (column.currencyCode === currencyCode) return column.redeemedPoints;
  }
  return 0;
}
