import { Type } from 'typebox';
import { mulDivFloor, type Ratio } from '#shared/ratio.ts';
import { AMOUNT_MAX } from '#shared/schema.ts';
import { type Basket, selectedPart, sum } from './basket.ts';
import { choice, optionParam, optionsOf } from './params.ts';

const BASE_OPTIONS = optionsOf(
  optionParam('payable', { ru: 'с оплаченного деньгами', en: 'of the money paid' }),
  optionParam('gross', { ru: 'с цены без скидок', en: 'of the price before discounts' }),
);

/** The field that says which money earns; absent = what is left to pay after discounts and points. */
export const BASE_PARAM = Type.Optional(
  Type.Union(BASE_OPTIONS, choice({ ru: 'С какой суммы', en: 'Of which amount' })),
);

export type Base = (typeof BASE_OPTIONS)[number]['const'];

/** Kopecks of the selected goods that earn points. */
export function earningKopecks(
  base: Base,
  basket: Basket,
  selection: readonly number[],
): readonly number[] {
  const amounts = base === 'gross' ? basket.grossKopecks : basket.payableKopecks;
  return selectedPart(amounts, basket, selection);
}

/**
 * ⌊amount × rate⌋, but never more than 10¹³: a slip of the hand in a promotion must not stop a till.
 * @param amount kopecks or points, ≥ 0
 */
export function pointsAt(rate: Ratio, amount: number): number {
  if (amount * (rate.num / rate.den) >= AMOUNT_MAX) return AMOUNT_MAX;
  return mulDivFloor(amount, rate.num, rate.den);
}

/**
 * By what points are shared out over the lines: by the money that earned them; when that is nothing at
 * all, by the lines' full prices, and by quantity when these are nothing too.
 */
export function sharingWeights(
  money: readonly number[],
  basket: Basket,
  selection: readonly number[],
): readonly number[] {
  if (sum(money) > 0) return money;
  const gross = selectedPart(basket.grossKopecks, basket, selection);
  return sum(gross) > 0 ? gross : selection;
}
