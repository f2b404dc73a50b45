import { AMOUNT_MAX } from '#shared/schema.ts';
import { head, shareInto, sumOf } from '../basket/numbers.ts';
import { amountsAt, type Stage } from '../basket/stage.ts';
import type { Lifetime } from '../language/lifetime.ts';
import type { PointsGrant, Trial } from '../play/trial.ts';
import { milliAt } from './give-money.ts';

/** Points to be given: of which currency, how many, living how long. */
export type Gift = {
  readonly currencyCode: string;
  readonly points: number;
  readonly lifetime: Lifetime;
};

/**
 * Works out what the targets cost at a stage; the amounts stand in `trial.amounts` then.
 * @returns their sum
 */
export function readAmounts(trial: Trial, stage: Stage): number {
  const { basket, selection } = trial;
  const all = amountsAt(basket, stage);
  const total = readParts(trial, all);
  return selection.thresholdKopecks === 0 ? total : keepAbove(trial, total);
}

/** The same for the prices as they stand, thresholds or not: what redemption is about. */
export function readPlainAmounts(trial: Trial): number {
  return readParts(trial, trial.basket.slices.price);
}

/** Puts what of each slice's sum falls on the targets into `trial.amounts`; gives it in all. */
function readParts({ basket, selection, amounts }: Trial, sums: Float64Array): number {
  const { units } = basket.slices;
  const { slice: slices, targets, isWhole, count } = selection;
  let total = 0;
  for (let place = 0; place < count; place += 1) {
    const slice = slices[place] ?? 0;
    const sum = sums[slice] ?? 0;
    const amount = isWhole ? sum : head(sum, targets[place] ?? 0, units[slice] ?? 1);
    amounts[place] = amount;
    total += amount;
  }
  return total;
}

/** Leaves of the amounts only what exceeds the selection's threshold together. */
export function keepAbove({ amounts, selection }: Trial, total: number): number {
  const above = Math.max(0, total - selection.thresholdKopecks);
  shareInto(amounts, { total: above, weights: amounts, count: selection.count });
  return above;
}

/**
 * Gives points, shared out by `weights`: one per place of the selection. When all weights are 0, by the
 * full price of the targets, and by their quantity when that is 0 too. No points = nothing.
 * @param weights read at once; may be `trial.amounts`
 */
export function grantPoints(trial: Trial, gift: Gift, weights: Float64Array): void {
  const points = Math.min(gift.points, AMOUNT_MAX);
  if (points <= 0) return;
  const grant = nextGrant(trial, gift, points);
  const { count } = trial.selection;
  let sum = 0;
  for (let place = 0; place < count; place += 1) {
    const weight = weights[place] ?? 0;
    grant.weights[place] = weight;
    sum += weight;
  }
  if (sum === 0) weighOtherwise(trial, grant);
  shareGrant(trial, grant);
}

/** Takes points from the member's balance. */
export function debitPoints(trial: Trial, gift: Gift): void {
  if (gift.points <= 0) return;
  const grant = nextGrant(trial, gift, -gift.points);
  grant.weights.fill(0);
  grant.parts.fill(0);
}

/** Shares a grant out over its weights, again when its points have been cut. */
export function shareGrant({ selection }: Trial, grant: PointsGrant): void {
  const { points: total, weights } = grant;
  shareInto(grant.parts, { total, weights, count: selection.count });
}

function weighOtherwise(trial: Trial, grant: PointsGrant): void {
  const { selection, basket } = trial;
  const { gross, units } = basket.slices;
  for (let place = 0; place < selection.count; place += 1) {
    const slice = selection.slice[place] ?? 0;
    const targets = selection.targets[place] ?? 0;
    grant.weights[place] = head(gross[slice] ?? 0, targets, units[slice] ?? 1);
  }
  if (sumOf(grant.weights, selection.count) > 0) return;
  for (let place = 0; place < selection.count; place += 1) {
    grant.weights[place] = milliAt(trial, place);
  }
}

function nextGrant(trial: Trial, gift: Gift, points: number): PointsGrant {
  const { grants, selection } = trial;
  const places = selection.count;
  const known = grants[trial.grantCount];
  trial.grantCount += 1;
  if (known !== undefined && known.weights.length >= places) {
    known.currencyCode = gift.currencyCode;
    known.points = points;
    known.lifetime = gift.lifetime;
    return known;
  }
  const { currencyCode, lifetime } = gift;
  const size = Math.max(16, places * 2);
  const weights = new Float64Array(size);
  const fresh = { currencyCode, points, weights, parts: new Float64Array(size), lifetime };
  grants[trial.grantCount - 1] = fresh;
  return fresh;
}
