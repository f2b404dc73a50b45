export {
  type Account,
  bySpendOrder,
  isStale,
  type Lot,
  NO_HASH,
  recounted,
  spendable,
} from './account.ts';
export { accountOf, type Book, enter, openBook, stateOf } from './book.ts';
export { canonicalEntry, type Entry, type EntryKind, type SealedEntry } from './entry.ts';
export {
  type Cause,
  type LotShare,
  type NewLot,
  type Posted,
  postAccrual,
  postAccrualReversal,
  postRedemption,
  postRedemptionReversal,
} from './post.ts';
export { spendablePoints } from './spendable.ts';
