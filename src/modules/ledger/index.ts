export type { AdjustmentDeps } from './adjustments/adjustment.ts';
export { approveAdjustment, rejectAdjustment } from './adjustments/decide-adjustment.ts';
export { proposeAdjustment } from './adjustments/propose-adjustment.ts';
export {
  type Currencies,
  type Currency,
  type NewCurrency,
  openCurrencies,
  putCurrencies,
} from './currencies.ts';
export { exportJournal, type JournalRequest } from './export/export-journal.ts';
export { type JobDeps, runLedgerJobs } from './jobs/index.ts';
export { accountFromRow, lotFromRow, openBooks } from './open-books.ts';
export type { OperationItem } from './operate/item.ts';
export { type LedgerDesk, openLedgerDesk } from './operate/ledger-desk.ts';
export { LEDGER_PARTITIONED } from './partitioned.ts';
export { ledgerPosRoutes } from './routes.ts';
export { ensureAccounts } from './sql/ensure-accounts.ts';
export { type AccountRow, lockMembers, readLockedAccounts } from './sql/lock-accounts.ts';
export { insertRate } from './sql/rates.ts';
export { readAccounts } from './sql/read-accounts.ts';
export { type LotRow, readLots } from './sql/read-lots.ts';
export { readLotsToCount } from './sql/read-lots-to-count.ts';
export {
  type ReceiptEntryRow,
  readReceiptEntries,
  readReceiptLots,
} from './sql/read-receipt-entries.ts';
export { anchorFile } from './verify/anchor-file.ts';
export { anchorKey } from './verify/anchor-key.ts';
export { copyAnchors } from './verify/copy-anchors.ts';
export { describeFinding, type Finding } from './verify/finding.ts';
export { ANCHORS_EVERY_MS, type AnchorKeeping, keepAnchors } from './verify/keep-anchors.ts';
export { makeAnchor } from './verify/make-anchor.ts';
export {
  type VerifyReport,
  type VerifyRequest,
  verifyLedger,
} from './verify/verify-ledger.ts';
export { writeBooks } from './write-books.ts';
