import { assert } from '#shared/assert.ts';
import type { MemberId } from '#shared/ids.ts';
import { type Account, type AccountState, emptyAccount } from './account.ts';
import type { Entry } from './entry.ts';
import type { Hold } from './hold.ts';
import type { Lot } from './lot.ts';
import type { Posted } from './move.ts';

/**
 * One member's accounts, lots and holds while a batch works on them, and what has been posted so far. The
 * only mutable thing of the ledger; it lives as long as the lock on the member's accounts.
 */
export type Book = {
  readonly bucket: number;
  readonly memberId: MemberId;
  readonly accounts: Map<string, Account>;
  readonly lotsByCurrency: Map<string, readonly Lot[]>;
  readonly holds: Map<string, Hold>;
  readonly entries: Entry[];
  /** Lots that were not in the database when the book was opened. */
  readonly openedLotIds: Set<string>;
  /** Lots in which more or less remains, or is reserved. */
  readonly changedLotIds: Set<string>;
  /** Lots whose dates have changed. */
  readonly redatedLotIds: Set<string>;
  readonly changedHoldIds: Set<string>;
  /** Lots changed or opened since the currency was last settled up, by currency. */
  readonly touchedByCurrency: Map<string, Set<string>>;
  /** `lastHash` of each account when the book was opened; the chain goes on from it. */
  readonly hashByCurrency: ReadonlyMap<string, string>;
};

/** Opens a book over what was read under the lock. */
export function openBook(
  owner: { readonly bucket: number; readonly memberId: MemberId },
  {
    accounts = [],
    lots = [],
    holds = [],
  }: {
    readonly accounts?: readonly Account[];
    readonly lots?: readonly Lot[];
    readonly holds?: readonly Hold[];
  } = {},
): Book {
  return {
    ...owner,
    accounts: new Map(accounts.map((account) => [account.currencyCode, account])),
    lotsByCurrency: Map.groupBy(lots, (lot) => lot.currencyCode),
    holds: new Map(holds.map((hold) => [hold.id, hold])),
    entries: [],
    openedLotIds: new Set(),
    changedLotIds: new Set(),
    redatedLotIds: new Set(),
    changedHoldIds: new Set(),
    touchedByCurrency: new Map(),
    hashByCurrency: new Map(accounts.map((account) => [account.currencyCode, account.lastHash])),
  };
}

/** The account in a currency; an empty one when the member has none yet. */
export function accountOf(book: Book, currencyCode: string): Account {
  return book.accounts.get(currencyCode) ?? emptyAccount(book.bucket, book.memberId, currencyCode);
}

/** Lots of all currencies. */
export function allLots(book: Book): Lot[] {
  return [...book.lotsByCurrency.values()].flat();
}

/** The account and the lots of one currency, as movements take them. */
export function stateOf(book: Book, currencyCode: string): AccountState {
  const lots = book.lotsByCurrency.get(currencyCode) ?? [];
  return { account: accountOf(book, currencyCode), lots };
}

/** Takes a movement into the book. It must start from what the book has. */
export function enter(book: Book, posted: Posted & { readonly hold?: Hold }): void {
  if (posted.entry === null) return;
  const { currencyCode } = posted.account;
  const before = stateOf(book, currencyCode);
  assert(posted.entry.seq === before.account.seq + 1, 'movements are entered one after another');
  noteLots(book, before.lots, posted.lots);
  book.lotsByCurrency.set(currencyCode, posted.lots);
  book.accounts.set(currencyCode, posted.account);
  book.entries.push(posted.entry);
  if (posted.hold !== undefined) {
    book.holds.set(posted.hold.id, posted.hold);
    book.changedHoldIds.add(posted.hold.id);
  }
}

/** Notes what became of lots. A movement leaves them in their places and adds new ones at the end. */
function noteLots(book: Book, before: readonly Lot[], after: readonly Lot[]): void {
  let place = 0;
  for (const lot of after) {
    const old = before[place];
    place += 1;
    if (old === lot) continue;
    const touched = book.touchedByCurrency.get(lot.currencyCode) ?? new Set();
    book.touchedByCurrency.set(lot.currencyCode, touched.add(lot.id));
    if (old === undefined) book.openedLotIds.add(lot.id);
    else if (!book.openedLotIds.has(lot.id)) noteChange(book, old, lot);
  }
}

function noteChange(book: Book, before: Lot, after: Lot): void {
  if (before.remaining !== after.remaining || before.held !== after.held) {
    book.changedLotIds.add(after.id);
  }
  const isRedated =
    before.activeFrom !== after.activeFrom ||
    before.awaits !== after.awaits ||
    before.expiresAt !== after.expiresAt;
  if (isRedated) book.redatedLotIds.add(after.id);
}
