import { type Book, enter, stateOf } from './book.ts';
import { burnTouched } from './burn-touched.ts';
import { postRepayment, type RepaymentCause } from './repay.ts';
import { slideLots } from './slide-lots.ts';

/** By which rules an operation is put in order after its postings. */
export type Settling = {
  /** `memo` and `order` are those of a repayment. */
  readonly cause: RepaymentCause;
  /** Where days and months of lifetimes are counted. */
  readonly zone: string;
  /** Whether the operation is one that moves sliding dates: an accrual or a redemption. */
  readonly isActivity: boolean;
};

/**
 * Ends every operation in a currency that it posted into: sliding dates move, what was touched and has
 * burnt is written off, and what can be spent repays what is owed. After it debt = 0 or nothing can be spent.
 */
export function settleUp(book: Book, currencyCode: string, settling: Settling): void {
  const { cause, zone, isActivity } = settling;
  if (isActivity) enter(book, slideLots(stateOf(book, currencyCode), { ...cause, zone }));
  const touched = book.touchedByCurrency.get(currencyCode) ?? new Set();
  enter(book, burnTouched(stateOf(book, currencyCode), touched, cause));
  enter(book, postRepayment(stateOf(book, currencyCode), cause));
  book.touchedByCurrency.delete(currencyCode);
}
