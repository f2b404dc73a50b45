import { reason } from './condition.ts';
import type { Reason } from './decision.ts';

/** The promotion is for members, and the buyer is anonymous. */
export function notIdentified(): Reason {
  return reason('not-identified', {
    ru: 'только для участников: покажите карту',
    en: 'for members only: show the card',
  });
}
