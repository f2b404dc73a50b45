import type { Why } from '../language/condition.ts';

/** The promotion is for members, and the buyer is anonymous. */
export const NOT_IDENTIFIED: Why = {
  code: 'not-identified',
  text: { ru: 'только для участников: покажите карту', en: 'for members only: show the card' },
};

/** The receipt has no store, so nothing that asks for one can hold. */
export const NO_PLACE: Why = {
  code: 'no-place',
  text: { ru: 'магазин неизвестен', en: 'the store is not known' },
};
