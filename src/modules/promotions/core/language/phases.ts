import type { Text } from '#shared/text.ts';

/** The phases of a decision, in the order in which they run. */
export const PHASES = [
  { number: 0, code: 'identify', title: { ru: 'Опознание', en: 'Identification' } },
  { number: 1, code: 'price', title: { ru: 'Начальная цена', en: 'Initial price' } },
  { number: 2, code: 'lines', title: { ru: 'Скидки на позиции', en: 'Line discounts' } },
  { number: 3, code: 'sets', title: { ru: 'Наборы и количество', en: 'Sets and quantity' } },
  { number: 4, code: 'basket', title: { ru: 'Скидки на чек', en: 'Basket discounts' } },
  { number: 5, code: 'coupons', title: { ru: 'Купоны', en: 'Coupons' } },
  { number: 6, code: 'correction', title: { ru: 'Округление', en: 'Correction' } },
  { number: 7, code: 'redemption', title: { ru: 'Оплата баллами', en: 'Paying with points' } },
  { number: 8, code: 'accrual', title: { ru: 'Начисление баллов', en: 'Earning points' } },
  { number: 9, code: 'follow-ups', title: { ru: 'Последствия', en: 'Follow-ups' } },
  { number: 10, code: 'after-confirm', title: { ru: 'После чека', en: 'After the receipt' } },
] as const satisfies readonly { number: number; code: string; title: Text }[];

/** A phase's number. */
export type PhaseNumber = (typeof PHASES)[number]['number'];

/** Phases in which prices go down. */
export const DISCOUNT_PHASES: readonly PhaseNumber[] = [1, 2, 3, 4, 5];

/** The phase that decides how much may be paid with points; the money is taken when it ends. */
export const REDEMPTION_PHASE: PhaseNumber = 7;

/** The phase in which points are earned and multiplied. */
export const ACCRUAL_PHASE: PhaseNumber = 8;

/** Every phase, for effects that fit anywhere. */
export const ANY_PHASE: readonly PhaseNumber[] = PHASES.map((phase) => phase.number);
