import { ownFact } from '../facts.ts';
import { type Basket, redeemedPoints } from './basket.ts';

/** What is left of the member's balance after what this decision has redeemed and debited so far. */
export function availablePoints(basket: Basket, currencyCode: string): number {
  const balance = ownFact(basket.facts.balances, currencyCode)?.available ?? 0;
  let debited = 0;
  for (const column of basket.points) {
    if (column.currencyCode === currencyCode) debited = column.debited;
  }
  return Math.max(0, balance - redeemedPoints(basket, currencyCode) - debited);
}
