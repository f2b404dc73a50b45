import type { LimitUnitEntry } from '../language/limit-unit.ts';
import { roomOf } from '../play/limit-book.ts';

/** How often a promotion applies. */
export const times: LimitUnitEntry = {
  code: 'times',
  title: { ru: 'раз', en: 'times' },
  bounds: 'selection',
  cut: (limit, book, trial) => (roomOf(book, limit, trial.basket) === 0 ? 'nothing' : 'within'),
  amount: () => 1,
};
