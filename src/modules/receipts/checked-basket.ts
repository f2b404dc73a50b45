import type { Directory } from '#modules/partners/core/index.ts';
import type { BasketLine } from '#modules/promotions/core/index.ts';
import type { CalculateRequest } from './contract.ts';
import { basketOf } from './core/basket.ts';
import { refuse } from './refusals.ts';

/**
 * The basket of a request.
 * @throws Refusal line-number-repeated, receipt-too-large
 */
export function checkedBasket(
  request: CalculateRequest,
  directory: Directory,
): readonly BasketLine[] {
  const verdict = basketOf(request.lines, directory);
  if (verdict.isGood) return verdict.lines;
  throw refuse(verdict.code, { path: verdict.path });
}
