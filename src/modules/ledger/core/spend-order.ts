import type { Lot } from './lot.ts';

/** In which order lots are drawn from. */
export type SpendOrder = 'soonest-to-expire' | 'first-in' | 'own-partner-first';

/** Spend orders by name, the default first; each ends with the older lot, so there are no ties. */
export const SPEND_ORDERS: readonly SpendOrder[] = [
  'soonest-to-expire',
  'first-in',
  'own-partner-first',
];

/**
 * Compares lots by the order in which they are spent.
 * @param partnerCode where the points are spent; `own-partner-first` begins with lots of this partner
 */
export function spendOrder(order: SpendOrder, partnerCode: string): (a: Lot, b: Lot) => number {
  if (order === 'first-in') return byAge;
  if (order === 'soonest-to-expire') return bySpendOrder;
  return (a, b) =>
    Number(b.partnerCode === partnerCode) - Number(a.partnerCode === partnerCode) ||
    bySpendOrder(a, b);
}

/** The default order: soonest to burn first, never-burning last, then the older lot. */
export function bySpendOrder(a: Lot, b: Lot): number {
  const x = a.expiresAt ?? Number.POSITIVE_INFINITY;
  const y = b.expiresAt ?? Number.POSITIVE_INFINITY;
  if (x !== y) return x < y ? -1 : 1;
  return byAge(a, b);
}

function byAge(a: Lot, b: Lot): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
