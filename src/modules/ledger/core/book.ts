import type { MemberId } from '#shared/ids.ts';
import { type Account, emptyAccount, type Lot } from './account.ts';
import type { Entry } from './entry.ts';
import type { Posted } from './post.ts';

/**
 * One member's accounts and lots while a batch works on them, and what has been posted so far. The only
 * mutable thing of the ledger; it lives as long as the lock on the member's accounts.
 */
export type Book = {
  readonly bucket: number;
  readonly memberId: MemberId;
  readonly accounts: Map<string, Account>;
  lots: readonly Lot[];
  readonly entries: Entry[];
  /** Lots that were not in the database when the book was opened. */
  readonly openedLotIds: Set<string>;
  readonly changedLotIds: Set<string>;
  /** `lastHash` of each account when the book was opened; the chain goes on from it. */
  readonly hashByCurrency: ReadonlyMap<string, string>;
};

/** Opens a book over what was read under the lock. */
export function openBook(
  owner: { readonly bucket: number; readonly memberId: MemberId },
  accounts: readonly Account[],
  lots: readonly Lot[],
): Book {
  return {
    ...owner,
    accounts: new Map(accounts.map((account) => [account.currencyCode, account])),
    lots,
    entries: [],
    openedLotIds: new Set(),
    changedLotIds: new Set(),
    hashByCurrency: new Map(accounts.map((account) => [account.currencyCode, account.lastHash])),
  };
}

/** The account in a currency; an empty one when the member has none yet. */
export function accountOf(book: Book, currencyCode: string): Account {
  return book.accounts.get(currencyCode) ?? emptyAccount(book.bucket, book.memberId, currencyCode);
}

function lotsOf(book: Book, currencyCode: string): Lot[] {
  return book.lots.filter((lot) => lot.currencyCode === currencyCode);
}

/** The account and the lots of one currency, as movements take them. */
export function stateOf(book: Book, currencyCode: string): { account: Account; lots: Lot[] } {
  return { account: accountOf(book, currencyCode), lots: lotsOf(book, currencyCode) };
}

/** Takes a movement into the book. */
export function enter(book: Book, posted: Posted): void {
  if (posted.entry === null) return;
  const currencyCode = posted.account.currencyCode;
  const known = new Map(book.lots.map((lot) => [lot.id, lot]));
  for (const lot of posted.lots) {
    const before = known.get(lot.id);
    if (before === undefined) book.openedLotIds.add(lot.id);
    else if (before.remaining !== lot.remaining && !book.openedLotIds.has(lot.id)) {
      book.changedLotIds.add(lot.id);
    }
  }
  book.lots = [...book.lots.filter((lot) => lot.currencyCode !== currencyCode), ...posted.lots];
  book.accounts.set(currencyCode, posted.account);
  book.entries.push(posted.entry);
}
