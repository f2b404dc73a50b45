import type { Statement } from '#platform/db/index.ts';
import { type Account, type Book, NO_HASH, type SealedEntry } from './core/index.ts';
import { sealEntries } from './seal-entries.ts';
import { type OwnedHold, writeHolds } from './sql/holds.ts';
import { openAccounts, writeAccounts } from './sql/write-accounts.ts';
import { writeEntries } from './sql/write-entries.ts';
import { type OwnedLot, openLots, redateLots, updateLots } from './sql/write-lots.ts';

/**
 * The statements that write what has been posted in the books, entries sealed into their chains. Empty
 * when nothing moved. The caller holds the accounts' locks and sends them in its own transaction.
 */
export function writeBooks(books: readonly Book[]): Statement[] {
  const moved = books.filter((book) => book.entries.length > 0);
  if (moved.length === 0) return [];
  const { entries, newAccounts, accounts } = sealed(moved);
  const { opened, changed, redated } = movedLots(moved);
  const holds = moved.flatMap(changedHolds);
  return [
    writeEntries(entries),
    ...(newAccounts.length > 0 ? [openAccounts(newAccounts)] : []),
    ...(accounts.length > 0 ? [writeAccounts(accounts)] : []),
    ...(opened.length > 0 ? [openLots(opened)] : []),
    ...(changed.length > 0 ? [updateLots(changed)] : []),
    ...(redated.length > 0 ? [redateLots(redated)] : []),
    ...(holds.length > 0 ? [writeHolds(holds)] : []),
  ];
}

function movedLots(books: readonly Book[]) {
  const opened: OwnedLot[] = [];
  const changed: OwnedLot[] = [];
  const redated: OwnedLot[] = [];
  for (const book of books) {
    const { memberId, openedLotIds, changedLotIds, redatedLotIds } = book;
    if (openedLotIds.size + changedLotIds.size + redatedLotIds.size === 0) continue;
    for (const lots of book.lotsByCurrency.values()) {
      for (const lot of lots) {
        if (openedLotIds.has(lot.id)) opened.push({ memberId, lot });
        if (changedLotIds.has(lot.id)) changed.push({ memberId, lot });
        if (redatedLotIds.has(lot.id)) redated.push({ memberId, lot });
      }
    }
  }
  return { opened, changed, redated };
}

function sealed(books: readonly Book[]) {
  const entries: SealedEntry[] = [];
  const accounts: Account[] = [];
  const newAccounts: Account[] = [];
  for (const book of books) {
    for (const [currencyCode, account] of book.accounts) {
      const own = book.entries.filter((entry) => entry.account.currencyCode === currencyCode);
      if (own.length === 0) continue;
      const chain = sealEntries(own, book.hashByCurrency.get(currencyCode) ?? NO_HASH);
      entries.push(...chain);
      const isKnown = book.hashByCurrency.has(currencyCode);
      const after = { ...account, lastHash: chain.at(-1)?.hash ?? account.lastHash };
      (isKnown ? accounts : newAccounts).push(after);
    }
  }
  return { entries, newAccounts, accounts };
}

function changedHolds(book: Book): OwnedHold[] {
  return [...book.changedHoldIds].flatMap((id) => {
    const hold = book.holds.get(id);
    return hold === undefined ? [] : [{ ...hold, memberId: book.memberId }];
  });
}
