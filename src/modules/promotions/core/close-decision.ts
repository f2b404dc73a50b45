import { type Kopecks, kopecks } from '#shared/money.ts';
import { points } from '#shared/points.ts';
import { type Basket, sum } from './basket.ts';
import type { CompiledRule } from './compile-rule.ts';
import type { Accrual, Decision, DecisionLine, Reason } from './decision.ts';
import { lifespan } from './lifetime.ts';
import type { Given, SharedPoints } from './outcome.ts';
import type { Redemption } from './redemption.ts';
import type { CompiledRuleSet } from './rule-set.ts';
import type { Played } from './stacking.ts';
import { appliedVerdict, verdicts } from './verdicts.ts';

/** Everything that an evaluation found out. */
type Findings = {
  readonly basket: Basket;
  readonly redemption: Redemption;
  /** In evaluation order. */
  readonly played: readonly Played[];
  /** null: only verdicts of those that applied are wanted. */
  readonly misses: ReadonlyMap<CompiledRule, Reason> | null;
};

/** A promotion that gave something, and what. */
type Applied = { readonly rule: CompiledRule; readonly given: Given };

/** Writes an evaluation down as a decision. Plain loops: this runs for every receipt. */
export function closeDecision(ruleSet: CompiledRuleSet, findings: Findings): Decision {
  const { basket, redemption, played, misses } = findings;
  const applied = played.filter((one) => 'given' in one);
  const left = sum(basket.discountedKopecks);
  const gross = sum(basket.grossKopecks);
  const redeemed = sum(redemption.kopecksByLine);
  return {
    ruleSetVersion: ruleSet.version,
    lines: closeLines(basket, redemption, applied),
    grossKopecks: kopecks(gross),
    discountKopecks: kopecks(gross - left),
    redeemedKopecks: kopecks(redeemed),
    payableKopecks: kopecks(left - redeemed),
    redeemedPoints: points(redemption.points),
    redeemablePointsMax: points(redemption.pointsMax),
    accruals: applied.flatMap(({ rule, given }) =>
      given.accruals.map((grant) => closeAccrual(rule, grant, basket)),
    ),
    messages: applied.flatMap(({ rule, given }) =>
      given.messages.map((message) => ({ promotionCode: rule.code, ...message })),
    ),
    verdicts:
      misses === null ? applied.map(appliedVerdict) : verdicts(ruleSet.rules, { played, misses }),
  };
}

function closeLines(
  basket: Basket,
  redemption: Redemption,
  applied: readonly Applied[],
): readonly DecisionLine[] {
  const discounts = discountsByLine(basket, applied);
  const accruals = accrualsByLine(basket, applied);
  return basket.lines.map(({ lineNo, grossKopecks }, place) => ({
    lineNo,
    grossKopecks,
    discountKopecks: kopecks(grossKopecks - (basket.discountedKopecks[place] ?? 0)),
    redeemedKopecks: kopecks(redemption.kopecksByLine[place] ?? 0),
    payableKopecks: kopecks(basket.payableKopecks[place] ?? 0),
    discounts: discounts[place] ?? [],
    accruals: accruals[place] ?? [],
    redeemedPoints: points(redemption.pointsByLine[place] ?? 0),
  }));
}

type LineDiscount = { readonly promotionCode: string; readonly kopecks: Kopecks };
type LineAccrual = DecisionLine['accruals'][number];

function discountsByLine(basket: Basket, applied: readonly Applied[]): LineDiscount[][] {
  const byLine: LineDiscount[][] = basket.lines.map(() => []);
  for (const { rule, given } of applied) {
    if (given.discountByLine === null) continue;
    for (let place = 0; place < byLine.length; place += 1) {
      const off = given.discountByLine[place] ?? 0;
      if (off > 0) byLine[place]?.push({ promotionCode: rule.code, kopecks: kopecks(off) });
    }
  }
  return byLine;
}

function accrualsByLine(basket: Basket, applied: readonly Applied[]): LineAccrual[][] {
  const { currencyCode } = basket.facts.redemption;
  const byLine: LineAccrual[][] = basket.lines.map(() => []);
  for (const { rule, given } of applied) {
    for (const { pointsByLine } of given.accruals) {
      for (let place = 0; place < byLine.length; place += 1) {
        const earned = pointsByLine[place] ?? 0;
        if (earned === 0) continue;
        byLine[place]?.push({ promotionCode: rule.code, currencyCode, points: points(earned) });
      }
    }
  }
  return byLine;
}

function closeAccrual(rule: CompiledRule, grant: SharedPoints, basket: Basket): Accrual {
  const byLine: Accrual['byLine'][number][] = [];
  for (let place = 0; place < basket.lines.length; place += 1) {
    const lineNo = basket.lines[place]?.lineNo ?? 0;
    const earned = grant.pointsByLine[place] ?? 0;
    if (earned > 0) byLine.push({ lineNo, points: points(earned) });
  }
  const { activeFrom, expiresAt } = lifespan(grant.lifetime, basket.facts);
  return {
    promotionCode: rule.code,
    currencyCode: basket.facts.redemption.currencyCode,
    points: points(sum(grant.pointsByLine)),
    activeFrom,
    expiresAt,
    byLine,
  };
}
