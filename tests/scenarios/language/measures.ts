import type { CalculateAnswer, ConfirmAnswer } from '#modules/receipts/contract.ts';
import type { Outcome } from './stage.ts';
import type { Measure } from './steps.ts';

type Answered = Exclude<Outcome, { readonly kind: 'refusal' }>;
type Purchase = ConfirmAnswer | CalculateAnswer;

/** A number of the last answer, in kopecks or points; undefined when such an answer has none. */
export function measureOf(outcome: Answered, measure: Measure): number | undefined {
  if (outcome.kind === 'reversal') {
    const { refundKopecks, takenBack, returnedPoints } = outcome.body;
    if (measure === 'refund') return refundKopecks;
    if (measure === 'given-back') return returnedPoints;
    return measure === 'taken-back' ? sum(takenBack.map((taken) => taken.points)) : undefined;
  }
  const { body } = outcome;
  switch (measure) {
    case 'earned':
      return sum(body.accruals.map((accrual) => accrual.points));
    case 'gross':
      return body.grossKopecks;
    case 'discount':
      return body.discountKopecks;
    case 'payable':
      return body.payableKopecks;
    case 'redeemed':
      return body.redeemedPoints;
    case 'redeemable':
      return 'redeemablePointsMax' in body ? body.redeemablePointsMax : undefined;
    default:
      return undefined;
  }
}

/** What each promotion gave to the measure, by its code. */
export function partsOf(outcome: Answered, measure: Measure): ReadonlyMap<string, number> {
  if (outcome.kind === 'reversal') return new Map();
  const parts = measure === 'earned' ? accrualsOf(outcome.body) : discountsOf(outcome.body);
  const byCode = new Map<string, number>();
  for (const { code, value } of parts) byCode.set(code, (byCode.get(code) ?? 0) + value);
  return byCode;
}

/** Everything that a calculation promises, in one comparable text. */
export function costOf(body: Purchase): string {
  const { receiptId, lines, redeemedPoints, payableKopecks } = body;
  const accruals = body.accruals.map(({ promotionCode, points }) => [promotionCode, points]);
  return JSON.stringify({ receiptId, lines, redeemedPoints, payableKopecks, accruals });
}

function accrualsOf(body: Purchase) {
  return body.accruals.map(({ promotionCode, points }) => ({ code: promotionCode, value: points }));
}

function discountsOf(body: Purchase) {
  const discounts = body.lines.flatMap((line) => line.discounts);
  return discounts.map(({ promotionCode, kopecks }) => ({ code: promotionCode, value: kopecks }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
