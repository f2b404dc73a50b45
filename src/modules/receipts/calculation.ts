import { hash } from 'node:crypto';
import { accrualsOf, type Decision, debitsOf } from '#modules/promotions/core/index.ts';
import { hmac, type Secrets } from '#platform/secrets.ts';
import type { MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import type { CalculateRequest } from './contract.ts';

/** How long a calculation is promised to hold. */
export const CALCULATION_TTL_MS = 15 * 60_000;

/** What a calculation binds: the purchase, the buyer, the basket and the till. */
export type CalculationOf = {
  readonly receiptId: string;
  readonly owner: MemberId;
  readonly terminalId: string;
  readonly occurredAt: Instant;
  readonly request: CalculateRequest;
};

/**
 * The proof that a till carries from calculate to confirm: a keyed hash over the basket and over what it
 * costs. The confirm makes it anew from its own evaluation, so nothing needs to be stored in between.
 * Payments are left out: the amount to pay is known only from the calculation. If naming them changes the
 * outcome (a promotion for a way of paying), the digest differs all the same.
 */
export function calculationDigest(secrets: Secrets, of: CalculationOf, decision: Decision): string {
  const { request } = of;
  const basket = [
    of.receiptId,
    of.owner,
    of.terminalId,
    of.occurredAt,
    request.channel ?? 'store',
    request.lines.map((line) => [line.lineNo, line.sku, line.quantityMilli, line.priceKopecks]),
    request.coupons ?? [],
    request.chosenPromotions ?? [],
    request.deliveryKind ?? null,
    request.spendPoints ?? 0,
  ];
  const outcome = [
    decision.ruleSetVersion,
    decision.lines.map((line) => [line.discountKopecks, line.redeemedPoints, line.payableKopecks]),
    accrualsOf(decision).map((accrual) => [
      accrual.promotionCode,
      accrual.currencyCode,
      accrual.points,
      accrual.activeFrom,
      accrual.expiresAt,
    ]),
    debitsOf(decision).map((debit) => [debit.promotionCode, debit.currencyCode, debit.points]),
  ];
  return hmac(secrets.digestKey, JSON.stringify([basket, outcome])).toString('hex');
}

/** SHA-256 of a request's bytes: tells a re-sent request from another one under the same id. */
export function requestHash(body: Uint8Array): Buffer {
  return hash('sha256', body, 'buffer');
}
