import { allocate } from '#shared/allocate.ts';
import { unreachable } from '#shared/assert.ts';
import { AMOUNT_MAX } from '#shared/schema.ts';
import type { Text } from '#shared/text.ts';
import { type Basket, type OpenBasket, sum } from './basket.ts';
import type { CompiledRule } from './compile-rule.ts';
import type { MessageChannel } from './decision.ts';
import type { Grant, PointsGrant } from './effect.ts';
import type { Lifetime } from './lifetime.ts';

type Words = { readonly channel: MessageChannel; readonly text: Text };

/** What one promotion gives to one receipt; amounts are one per line. */
export type Outcome = {
  readonly discountByLine: readonly number[] | null;
  readonly discountKopecks: number;
  readonly redeemableByLine: readonly number[] | null;
  readonly points: readonly PointsGrant[];
  readonly pointsTotal: number;
  readonly messages: readonly Words[];
  /** What counts when promotions of a group compete: kopecks or points, never mixed in one phase. */
  readonly gain: number;
  /** Whether its own limit cut it. */
  readonly isLimited: boolean;
};

/** Points that an applied effect gives, shared out over the lines. */
export type SharedPoints = {
  readonly pointsByLine: readonly number[];
  readonly lifetime: Lifetime;
};

/** An outcome that has been written into the basket. */
export type Given = Outcome & { readonly accruals: readonly SharedPoints[] };

/** Why a promotion whose conditions are met gives nothing. */
export type Nothing = 'no-goods-selected' | 'nothing-to-give' | 'nothing-left';

/**
 * Works out what a promotion would give on the basket as it is; changes nothing. All its effects start
 * from the same prices and add up; no line goes below zero, and the promotion's own limits hold.
 */
export function outcomeOf(rule: CompiledRule, basket: Basket): Outcome | Nothing {
  const selection = rule.select(basket);
  if (selection === null) return 'no-goods-selected';
  const heap = gather(rule, basket, selection);
  const discount = cut(heap.discount, rule.kopecksMax ?? AMOUNT_MAX);
  const points = cutPoints(heap.points, rule.pointsMax ?? AMOUNT_MAX);
  const gain = discount.total + points.total + sum(heap.redeemable ?? []);
  if (gain === 0 && !heap.isWordsOnly) return 'nothing-to-give';
  return {
    discountByLine: discount.byLine,
    discountKopecks: discount.total,
    redeemableByLine: heap.redeemable,
    points: points.kept,
    pointsTotal: points.total,
    messages: heap.messages,
    gain,
    isLimited: discount.isCut || points.isCut,
  };
}

/**
 * Writes an outcome into the basket. Between working it out and now other promotions of the group may
 * have taken from the same lines, so the discount is cut to what is left.
 * @returns the outcome as it was applied, or 'nothing-left'
 */
export function applyOutcome(outcome: Outcome, basket: OpenBasket): Given | Nothing {
  const { redeemableByLine, points } = outcome;
  const fitted = fitDiscount(outcome, basket.discountedKopecks);
  if (fitted.discountKopecks < outcome.discountKopecks && fitted.gain === 0) return 'nothing-left';
  if (fitted.discountByLine !== null) {
    takeAway(basket.discountedKopecks, fitted.discountByLine);
    takeAway(basket.payableKopecks, fitted.discountByLine);
  }
  if (redeemableByLine !== null) {
    const sums = addUp(redeemableByLine, basket.redeemableKopecks, basket.discountedKopecks);
    sums.forEach((allowed, i) => {
      basket.redeemableKopecks[i] = allowed;
    });
  }
  return { ...fitted, accruals: points.map((grant) => givePoints(grant, basket)) };
}

function givePoints({ points, weights, lifetime }: PointsGrant, basket: OpenBasket): SharedPoints {
  const pointsByLine = allocate(points, weights);
  for (let i = 0; i < pointsByLine.length; i += 1) {
    basket.points[i] = (basket.points[i] ?? 0) + (pointsByLine[i] ?? 0);
  }
  return { pointsByLine, lifetime };
}

/** Everything that a promotion's effects give, added up. */
type Heap = {
  discount: readonly number[] | null;
  redeemable: readonly number[] | null;
  readonly points: PointsGrant[];
  readonly messages: Words[];
  isWordsOnly: boolean;
};

function gather(rule: CompiledRule, basket: Basket, selection: readonly number[]): Heap {
  const heap: Heap = {
    discount: null,
    redeemable: null,
    points: [],
    messages: [],
    isWordsOnly: true,
  };
  for (const effect of rule.effects) {
    const grant = effect(basket, selection);
    if (grant?.kind !== 'message') heap.isWordsOnly = false;
    if (grant !== null) add(heap, grant, basket.discountedKopecks);
  }
  return heap;
}

function add(heap: Heap, grant: NonNullable<Grant>, bounds: readonly number[]): void {
  switch (grant.kind) {
    case 'discount':
      heap.discount = addUp(grant.kopecksByLine, heap.discount, bounds);
      break;
    case 'redeemable':
      heap.redeemable = addUp(grant.kopecksByLine, heap.redeemable, bounds);
      break;
    case 'points':
      heap.points.push(grant);
      break;
    case 'message':
      heap.messages.push({ channel: grant.channel, text: grant.text });
      break;
    default:
      unreachable(grant);
  }
}

/** Adds amounts line by line, none above its line's bound. */
function addUp(
  more: readonly number[],
  before: readonly number[] | null,
  bounds: readonly number[],
): readonly number[] {
  const total: number[] = [];
  for (let i = 0; i < bounds.length; i += 1) {
    total.push(Math.min((before?.[i] ?? 0) + (more[i] ?? 0), bounds[i] ?? 0));
  }
  return total;
}

function fitDiscount(outcome: Outcome, bounds: readonly number[]): Outcome {
  const { discountByLine, discountKopecks, gain } = outcome;
  if (discountByLine === null || discountByLine.every((off, i) => off <= (bounds[i] ?? 0))) {
    return outcome;
  }
  const fitted = addUp(discountByLine, null, bounds);
  const lost = discountKopecks - sum(fitted);
  return {
    ...outcome,
    discountByLine: fitted,
    discountKopecks: discountKopecks - lost,
    gain: gain - lost,
  };
}

function takeAway(amounts: number[], off: readonly number[]): void {
  for (let i = 0; i < amounts.length; i += 1) amounts[i] = (amounts[i] ?? 0) - (off[i] ?? 0);
}

type Cut = {
  readonly byLine: readonly number[] | null;
  readonly total: number;
  readonly isCut: boolean;
};

function cut(byLine: readonly number[] | null, max: number): Cut {
  if (byLine === null) return { byLine, total: 0, isCut: false };
  const total = sum(byLine);
  if (total <= max) return { byLine, total, isCut: false };
  return { byLine: allocate(max, byLine), total: max, isCut: true };
}

function cutPoints(
  grants: readonly PointsGrant[],
  max: number,
): { readonly kept: readonly PointsGrant[]; readonly total: number; readonly isCut: boolean } {
  const kept: PointsGrant[] = [];
  let total = 0;
  let isCut = false;
  for (const grant of grants) {
    const points = Math.min(grant.points, max - total);
    total += points;
    isCut ||= points < grant.points;
    if (points > 0) kept.push({ ...grant, points });
  }
  return { kept, total, isCut };
}
