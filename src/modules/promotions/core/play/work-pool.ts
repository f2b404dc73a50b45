import type { Deck } from '../compile/deck.ts';
import { newWork, type Work } from './work.ts';

// One working space per deck is enough: a decision is taken at one go. Should one evaluation ever stand
// inside another (a condition that evaluates), the inner one gets a space of its own.
const spaces = new WeakMap<Deck, Work>();

/** Lends the working space of a deck for one evaluation. */
export function borrowWork(deck: Deck): Work {
  const known = spaces.get(deck);
  if (known !== undefined && !known.isBusy) {
    known.isBusy = true;
    return known;
  }
  const fresh = newWork(deck);
  fresh.isBusy = true;
  if (known === undefined) spaces.set(deck, fresh);
  return fresh;
}

/** Gives a working space back; what the decision holds of it is not used again. */
export function returnWork(work: Work): void {
  work.isBusy = false;
}
