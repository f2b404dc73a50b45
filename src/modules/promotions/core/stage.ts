import type { Basket } from './basket.ts';
import { optionParam, optionsOf } from './params.ts';

/** Names of the amounts that a condition may look at. */
export const STAGE_PARAM = optionsOf(
  optionParam('gross', { ru: 'до скидок', en: 'before discounts' }),
  optionParam('after-discounts', { ru: 'после скидок', en: 'after discounts' }),
  optionParam('payable', { ru: 'к оплате деньгами', en: 'payable with money' }),
);

/** A stage of the receipt's money. Discounts and points count as far as earlier phases went. */
export type Stage = (typeof STAGE_PARAM)[number]['const'];

/** Kopecks per line at a stage. */
export function stageAmounts(stage: Stage, basket: Basket): readonly number[] {
  return AMOUNTS_BY_STAGE[stage](basket);
}

const AMOUNTS_BY_STAGE: Readonly<Record<Stage, (basket: Basket) => readonly number[]>> = {
  gross: (basket) => basket.grossKopecks,
  'after-discounts': (basket) => basket.discountedKopecks,
  payable: (basket) => basket.payableKopecks,
};
