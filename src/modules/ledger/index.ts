export { type Currencies, type Currency, openCurrencies, putCurrencies } from './currencies.ts';
export { accountFromRow, lotFromRow, openBooks } from './open-books.ts';
export { LEDGER_PARTITIONED } from './partitioned.ts';
export { memberBooks } from './read-member-books.ts';
export { ledgerPosRoutes } from './routes.ts';
export { ensureAccounts } from './sql/ensure-accounts.ts';
export { type AccountRow, lockAccounts } from './sql/lock-accounts.ts';
export { readAccounts } from './sql/read-accounts.ts';
export { type LotRow, readLots } from './sql/read-lots.ts';
export { readLotsToCount } from './sql/read-lots-to-count.ts';
export {
  type ReceiptEntryRow,
  readReceiptEntries,
  readReceiptLots,
} from './sql/read-receipt-entries.ts';
export { writeBooks } from './write-books.ts';
