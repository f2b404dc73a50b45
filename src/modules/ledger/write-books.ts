import type { Statement } from '#platform/db/index.ts';
import { type Book, NO_HASH, type SealedEntry } from './core/index.ts';
import { sealEntries } from './seal-entries.ts';
import { writeAccounts } from './sql/write-accounts.ts';
import { writeEntries } from './sql/write-entries.ts';
import { type OwnedLot, openLots, updateLots } from './sql/write-lots.ts';

/**
 * The statements that write what has been posted in the books, entries sealed into their chains. Empty
 * when nothing moved. The caller holds the accounts' locks and sends them in its own transaction.
 */
export function writeBooks(books: readonly Book[]): Statement[] {
  const entries: SealedEntry[] = [];
  const accounts = [];
  const opened: OwnedLot[] = [];
  const changed: OwnedLot[] = [];
  for (const book of books) {
    if (book.entries.length === 0) continue;
    for (const [currencyCode, account] of book.accounts) {
      const own = book.entries.filter((entry) => entry.account.currencyCode === currencyCode);
      if (own.length === 0) continue;
      const sealed = sealEntries(own, book.hashByCurrency.get(currencyCode) ?? NO_HASH);
      entries.push(...sealed);
      accounts.push({ ...account, lastHash: sealed.at(-1)?.hash ?? account.lastHash });
    }
    for (const lot of book.lots) {
      const owned = { ...lot, memberId: book.memberId };
      if (book.openedLotIds.has(lot.id)) opened.push(owned);
      else if (book.changedLotIds.has(lot.id)) changed.push(owned);
    }
  }
  return [
    ...(entries.length > 0 ? [writeEntries(entries), writeAccounts(accounts)] : []),
    ...(opened.length > 0 ? [openLots(opened)] : []),
    ...(changed.length > 0 ? [updateLots(changed)] : []),
  ];
}
