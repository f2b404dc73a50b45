import { Type } from 'typebox';
import { allocate } from '#shared/allocate.ts';
import { mulDivFloor } from '#shared/ratio.ts';
import { type Basket, selectedPart, sum } from '../basket.ts';
import { defineEffect } from '../effect.ts';
import { CLOSED, choice, kopecksParam, optionParam, optionsOf } from '../params.ts';
import { DISCOUNT_PHASES } from '../phases.ts';

const PER_PARAM = optionsOf(
  optionParam('unit', { ru: 'с каждой единицы', en: 'per unit' }),
  optionParam('selection', { ru: 'на все выбранные товары', en: 'over the selected goods' }),
);

/**
 * A sum off each whole unit (piece, kilogram, litre; parts of a unit in proportion, rounded down), or
 * one sum spread over everything selected by price. Never more than the goods cost.
 */
export const amountOff = defineEffect({
  code: 'amount-off',
  title: { ru: 'скидка {amountKopecks} {per}', en: '{amountKopecks} off {per}' },
  params: Type.Object(
    {
      amountKopecks: kopecksParam({ ru: 'Скидка', en: 'Discount' }, 1),
      per: Type.Union(PER_PARAM, choice({ ru: 'Как', en: 'How' })),
    },
    CLOSED,
  ),
  phases: DISCOUNT_PHASES,
  needsMember: false,
  prepare: ({ amountKopecks, per }) => ({ amountKopecks, split: SPLIT_BY_WAY[per] }),
  apply: ({ amountKopecks, split }, basket, selection) => ({
    kind: 'discount',
    kopecksByLine: split(amountKopecks, basket, selection),
  }),
});

type Split = (amount: number, basket: Basket, selection: readonly number[]) => number[];

const SPLIT_BY_WAY: Readonly<Record<'unit' | 'selection', Split>> = {
  unit: (amount, basket, selection) =>
    selectedPart(basket.discountedKopecks, basket, selection).map((price, i) =>
      Math.min(price, mulDivFloor(amount, selection[i] ?? 0, 1000)),
    ),
  selection: (amount, basket, selection) => {
    const prices = selectedPart(basket.discountedKopecks, basket, selection);
    return allocate(Math.min(amount, sum(prices)), prices);
  },
};
