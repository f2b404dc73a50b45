export {
  type Account,
  type AccountState,
  lotsHorizon,
  NO_HASH,
  needsLots,
  recounted,
  spendable,
} from './account.ts';
export { accountOf, allLots, type Book, enter, openBook, stateOf } from './book.ts';
export { type CurrencyTerms, CurrencyTermsShape, termsWithDefaults } from './currency-terms.ts';
export {
  CONTRA_ACCOUNTS,
  canonicalEntry,
  type Entry,
  type EntryKind,
  type SealedEntry,
} from './entry.ts';
export type { Hold } from './hold.ts';
export type { Lot, LotClock, LotShare } from './lot.ts';
export {
  type HistoryEntry,
  type LotDates,
  type LotHold,
  type LotMovement,
  type LotState,
  lotHistory,
  lotState,
} from './lot-history.ts';
export { type Cause, type Posted } from './move.ts';
export type {
  Decided,
  EarlierEntry,
  Exchange,
  LedgerRefusal,
  Need,
  Operation,
  OperationContext,
} from './operation.ts';
export { findOperation } from './operations/index.ts';
export { type Outlook, outlook, type Waking } from './outlook.ts';
export { type NewLot, postAccrual, postRedemption } from './post.ts';
export { postRedemptionReversal } from './post-reversal.ts';
export { pickRate, type Rate, type RateQuery } from './rate.ts';
export { spendablePoints } from './spendable.ts';
export { takeAway } from './take-away.ts';
export type { Cargo, CargoLot, Transit } from './transit.ts';
export { unwind } from './unwind.ts';
export { carryOut, standingOf, type WorkContext, workIn } from './work.ts';
