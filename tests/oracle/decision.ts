import { isCapped, takenBy } from './cut.ts';
import type { Facts } from './facts.ts';
import { fundingOf } from './funding.ts';
import type { JsonObject } from './json.ts';
import { lifespan } from './lifetimes.ts';
import { limitUses } from './limit-uses.ts';
import { byCode, sum } from './numbers.ts';
import type { Emission } from './outcome-shape.ts';
import type { Payment } from './pay.ts';
import { lineNos, ofLine, total } from './state.ts';
import { compact } from './verdicts.ts';
import type { Played, World } from './world.ts';

// Chapter 12.1: the fields of the decision, in their order.

export type Decided = {
  /** All fields in their order; `effects` and `children` are filled in by the tree of events. */
  readonly fields: JsonObject;
  /** The effects that stand, with the events that they fire. */
  readonly emissions: readonly Emission[];
};

export function decide(world: World, payments: readonly Payment[], explain: boolean): Decided {
  const { slices } = world.state;
  const money = (field: string): number => Number(total(slices, field));
  const standing = world.played.filter((played) => !isCapped(world, played));
  const emissions = standing.flatMap(({ outcome }) => outcome.emissions);
  const fields = {
    ruleSetVersion: world.rules.version,
    trigger: world.facts.trigger,
    lines: lineNos(world.state).map((lineNo) => lineOf(world, payments, lineNo)),
    grossKopecks: money('G'),
    discountKopecks: money('G') - money('P'),
    redeemedKopecks: money('M'),
    payableKopecks: money('P') - money('M'),
    redemptions: payments.map((payment) => ({
      currencyCode: payment.currencyCode,
      points: Number(payment.points),
      kopecks: Number(payment.kopecks),
      redeemablePointsMax: Number(payment.redeemablePointsMax),
    })),
    accruals: world.played.flatMap((played) => accrualsOf(played, world.facts)),
    effects: [],
    messages: emissions.filter((one) => one.kind === 'message').map((one) => one.record),
    limitUses: limitUses(world),
    choices: world.choices.map((one) => ({ ...one, worthKopecks: Number(one.worthKopecks) })),
    funding: fundingOf(world),
    searches: world.searches.map(({ promotionCodes, value }) => ({
      promotionCodes,
      value: Number(value),
      proved: true,
      gapKopecks: 0,
    })),
    verdicts: compact(world, explain),
    children: [],
  };
  return { fields, emissions: emissions.filter((one) => one.kind === 'effect') };
}

function lineOf(world: World, payments: readonly Payment[], lineNo: number): JsonObject {
  const slices = ofLine(world.state, lineNo);
  const money = (field: string): number => Number(total(slices, field));
  const discounts = world.played
    .map((played) => ({
      promotionCode: played.promotion.code,
      kopecks: Number(takenBy(world, played, lineNo)),
    }))
    .filter((one) => one.kopecks > 0);
  const redeemedPoints = payments
    .map(({ currencyCode, pointsByLine }) => ({
      currencyCode,
      points: Number(pointsByLine.get(lineNo) ?? 0n),
    }))
    .filter((one) => one.points > 0);
  return {
    lineNo,
    grossKopecks: money('G'),
    discountKopecks: money('G') - money('P'),
    redeemedKopecks: money('M'),
    payableKopecks: money('P') - money('M'),
    discounts,
    accruals: world.played.flatMap((played) => pointsOnLine(played, lineNo)),
    redeemedPoints,
  };
}

function pointsOnLine({ promotion, outcome }: Played, lineNo: number): JsonObject[] {
  const byCurrency = new Map<string, bigint>();
  for (const grant of outcome.grants) {
    const here = sum(grant.byPart.filter((_, i) => outcome.parts[i]?.slice.line.lineNo === lineNo));
    byCurrency.set(grant.currencyCode, (byCurrency.get(grant.currencyCode) ?? 0n) + here);
  }
  return [...byCurrency]
    .filter(([, points]) => points > 0n)
    .sort(([a], [b]) => byCode(a, b))
    .map(([currencyCode, points]) => ({
      promotionCode: promotion.code,
      currencyCode,
      points: Number(points),
    }));
}

/** Grants and debits of one promotion, effect by effect. */
function accrualsOf({ promotion, outcome }: Played, facts: Facts): JsonObject[] {
  const grants = outcome.grants.map((grant) => ({
    effectNo: grant.effectNo,
    entry: {
      promotionCode: promotion.code,
      currencyCode: grant.currencyCode,
      points: Number(grant.points),
      ...lifespan(grant.terms, facts),
      byLine: byLineOf(grant.byPart, outcome),
    },
  }));
  const debits = outcome.debits
    .filter((debit) => debit.points > 0n)
    .map((debit) => ({
      effectNo: debit.effectNo,
      entry: {
        promotionCode: promotion.code,
        currencyCode: debit.currencyCode,
        points: -Number(debit.points),
        activeFrom: facts.occurredAt,
        expiresAt: null,
        byLine: [],
      },
    }));
  const all: readonly { readonly effectNo: number; readonly entry: JsonObject }[] = [
    ...grants,
    ...debits,
  ];
  return all.toSorted((a, b) => a.effectNo - b.effectNo).map((one) => one.entry);
}

function byLineOf(byPart: readonly bigint[], outcome: Played['outcome']): JsonObject[] {
  const byLine = new Map<number, bigint>();
  byPart.forEach((points, i) => {
    const lineNo = outcome.parts[i]?.slice.line.lineNo ?? 0;
    byLine.set(lineNo, (byLine.get(lineNo) ?? 0n) + points);
  });
  return [...byLine]
    .filter(([, points]) => points > 0n)
    .map(([lineNo, points]) => ({ lineNo, points: Number(points) }));
}
