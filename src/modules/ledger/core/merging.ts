import type { AccountState } from './account.ts';
import { type Book, stateOf } from './book.ts';
import { arrivingLots, cargoLots, pointsIn } from './cargo.ts';
import { free, type Lot } from './lot.ts';
import { type Cause, move, type Posted } from './move.ts';
import type { OperationContext } from './operation.ts';
import { postAccrual } from './post.ts';
import type { Cargo, Transit } from './transit.ts';
import { carryOut, type Post, type Work, workIn } from './work.ts';

/** Points and debt that leave with a merge or its undoing. */
type Departure = {
  readonly cause: Cause;
  readonly memo: string;
  readonly isLeaving: (lot: Lot) => boolean;
  readonly debtOf: (account: AccountState['account']) => number;
};

/**
 * Sends free points of lots, asleep ones too, and debt out of one currency.
 * @param prepare postings that come before
 * @returns what travels; null when there is nothing, and then nothing is posted for it
 */
export function sendAll(
  work: Work,
  departure: Omit<Departure, 'cause'>,
  prepare: (post: Post) => void,
): Cargo[number] | null {
  const { book, currencyCode, cause } = work;
  const parts: Cargo[number][] = [];
  carryOut(work, (post) => {
    prepare(post);
    const debt = departure.debtOf(stateOf(book, currencyCode).account);
    const { lots, entry } = post((before) => postDeparture(before, { ...departure, cause }));
    if (entry === null) return;
    parts.push({ currencyCode, debt, lots: cargoLots(entry.lots, lots) });
  });
  return parts[0] ?? null;
}

function postDeparture(before: AccountState, departure: Departure): Posted {
  const { cause, memo, isLeaving } = departure;
  const debt = departure.debtOf(before.account);
  const shares = before.lots
    .filter((lot) => free(lot) > 0 && isLeaving(lot))
    .map((lot) => ({ id: lot.id, amount: -free(lot) }));
  if (shares.length === 0 && debt === 0) return { ...before, entry: null };
  return move(before, { kind: 'merge-out', cause, shares, debt: -debt, memo });
}

/**
 * Takes in what a merge or its undoing has sent: the lots open in full, the debt is added, and then what can
 * be spent repays what is owed.
 */
export function takeIn(book: Book, transit: Transit, context: OperationContext): void {
  for (const { currencyCode, debt, lots } of transit.cargo) {
    const work = workIn(book, currencyCode, context);
    const opened = arrivingLots(lots, context.newLotId);
    const as = { kind: 'merge-in', memo: transit.id, spared: pointsIn(lots), owed: debt } as const;
    carryOut(
      work,
      (post) => post((before) => postAccrual(before, opened, { ...work.cause, ...as })),
      {
        repaymentMemo: transit.id,
      },
    );
  }
}
