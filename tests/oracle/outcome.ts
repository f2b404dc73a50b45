import { termsOf } from './currencies.ts';
import { byCode, down, sum } from './numbers.ts';
import type { Outcome, Part } from './outcome-shape.ts';
import type { Promotion } from './rules.ts';
import type { World } from './world.ts';

const DISCOUNTS = [
  'percent-off',
  'amount-off',
  'fixed-price',
  'gift-goods',
  'initial-price',
  'receipt-amount-off',
  'set-price',
  'round-down-total',
  'round-down-lines',
];
const POINTS = ['earn-percent', 'earn-per-amount', 'earn-fixed', 'earn-bands', 'multiply-points'];
const REDEEMABLE = ['redemption-cap', 'redemption-amount'];
const OTHERS = ['min-price', 'redemption-prohibit', 'redemption-rate', 'redemption-steps'];

/** Effects behind which deferred ones stand (7.1). */
export const GIVING: readonly string[] = [...DISCOUNTS, ...POINTS, ...REDEEMABLE, 'debit-points'];

/** Deferred effects and messages (7.4). */
export function isDeferred(effect: string): boolean {
  return !GIVING.includes(effect) && !OTHERS.includes(effect);
}

/** Only deferred effects and messages stand in it (7.1). */
export function isAllDeferred(promotion: Promotion): boolean {
  return promotion.then.every((one) => isDeferred(one.effect));
}

export function discountOf(outcome: Outcome): bigint {
  return sum(outcome.parts.map((part) => part.discount));
}

function redeemableOf(part: Part): bigint {
  return sum(part.redeemable.values());
}

export function pointsOf(outcome: Outcome): bigint {
  return sum(outcome.grants.map((grant) => grant.points));
}

/** Whether it gave money, points or redeemable money; points that it takes count too (7.1). */
export function gaveAnything(outcome: Outcome): boolean {
  const redeemable = sum(outcome.parts.map(redeemableOf));
  const debits = sum(outcome.debits.map((debit) => debit.points));
  return discountOf(outcome) + redeemable + pointsOf(outcome) + debits > 0n;
}

/** Takes back deferred effects that nothing stands behind any more. */
export function withStanding(promotion: Promotion, outcome: Outcome): Outcome {
  const isAsked = promotion.then.some((one) => GIVING.includes(one.effect));
  return isAsked && !gaveAnything(outcome) ? { ...outcome, emissions: [] } : outcome;
}

export function isEmpty(outcome: Outcome): boolean {
  return (
    !gaveAnything(outcome) &&
    outcome.parts.every((part) => part.floor === null && part.bars.size === 0) &&
    outcome.rates.length + outcome.steps.length + outcome.emissions.length === 0
  );
}

/** Nothing but deferred effects and messages in it, worth nothing: it competes with nobody (9.2). */
export function isBesideTheOthers(outcome: Outcome): boolean {
  const { emissions } = outcome;
  return isEmpty({ ...outcome, emissions: [] }) && emissions.every((one) => one.worth === 0n);
}

/** 9.3, in kopecks. */
export function worthOf(world: World, outcome: Outcome): bigint {
  const points = new Map<string, bigint>();
  for (const { currencyCode, points: more } of outcome.grants) {
    points.set(currencyCode, (points.get(currencyCode) ?? 0n) + more);
  }
  return (
    discountOf(outcome) +
    sum(outcome.parts.map(redeemableOf)) +
    worthOfPoints(world, points) +
    sum(outcome.emissions.map((one) => one.worth))
  );
}

function worthOfPoints(world: World, points: ReadonlyMap<string, bigint>): bigint {
  return sum(
    [...points].map(([code, count]) => {
      const { num, den } = termsOf(world.facts, code).worth;
      return down(count * num, den);
    }),
  );
}

/** What falls on one line; null = nothing at all. */
export function onLine(
  world: World,
  outcome: Outcome,
  lineNo: number,
): { worth: bigint; points: bigint } | null {
  const places = outcome.parts.flatMap((part, i) => (part.slice.line.lineNo === lineNo ? [i] : []));
  const parts = places.flatMap((i) => outcome.parts[i] ?? []);
  const points = new Map<string, bigint>();
  for (const grant of outcome.grants) {
    const here = sum(places.map((i) => grant.byPart[i] ?? 0n));
    points.set(grant.currencyCode, (points.get(grant.currencyCode) ?? 0n) + here);
  }
  const money = sum(parts.map((part) => part.discount + redeemableOf(part)));
  const count = sum(points.values());
  const isMarked = parts.some((part) => part.floor !== null || part.bars.size > 0);
  if (money + count === 0n && !isMarked) return null;
  return { worth: money + worthOfPoints(world, points), points: count };
}

/** The outcome with the parts of some lines only (`best-per-line`). */
export function onlyLines(outcome: Outcome, lineNos: ReadonlySet<number>): Outcome {
  const isIn = outcome.parts.map((part) => lineNos.has(part.slice.line.lineNo));
  const kept = <T>(list: readonly T[]): T[] => list.filter((_, i) => isIn[i]);
  return {
    ...outcome,
    parts: kept(outcome.parts),
    grants: outcome.grants
      .map((grant) => {
        const byPart = kept(grant.byPart);
        return { ...grant, weights: kept(grant.weights), byPart, points: sum(byPart) };
      })
      .filter((grant) => grant.points > 0n),
  };
}

export function currencies(outcome: Outcome): string[] {
  return [...new Set(outcome.grants.map((grant) => grant.currencyCode))].sort(byCode);
}
