import { type Decision, debitsOf, type Facts } from '#modules/promotions/core/index.ts';
import type { Debit } from '../contract.ts';

/**
 * Points that promotions take, one entry for each and its currency, as far as the balances go once the redemption is paid. Events inside a
 * receipt each know the balance as it was: together they may ask for more than there is.
 * @param balances before the receipt, by currency
 */
export function debitsWithin(decision: Decision, balances: Facts['balances']): Debit[] {
  const leftByCurrency = new Map<string, number>();
  const leftOf = (currencyCode: string): number => {
    const redemption = decision.redemptions.find((one) => one.currencyCode === currencyCode);
    return (balances[currencyCode]?.available ?? 0) - (redemption?.points ?? 0);
  };
  const taken = new Map<string, Debit>();
  for (const { promotionCode, currencyCode, points: asked } of debitsOf(decision)) {
    const left = leftByCurrency.get(currencyCode) ?? leftOf(currencyCode);
    const points = Math.min(Math.abs(asked), Math.max(0, left));
    leftByCurrency.set(currencyCode, left - points);
    const key = `${promotionCode} ${currencyCode}`;
    const before = taken.get(key)?.points ?? 0;
    if (points > 0) taken.set(key, { promotionCode, currencyCode, points: before + points });
  }
  return [...taken.values()];
}
