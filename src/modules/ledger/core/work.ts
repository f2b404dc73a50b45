import { type Account, type AccountState, spendable } from './account.ts';
import { accountOf, type Book, enter, stateOf } from './book.ts';
import { type CurrencyTerms, termsWithDefaults } from './currency-terms.ts';
import type { InOrder } from './draw.ts';
import type { Hold } from './hold.ts';
import type { Cause, Posted } from './move.ts';
import type { OperationContext } from './operation.ts';
import { postRepayment } from './repay.ts';
import { settleUp } from './settle-up.ts';
import { spendOrder } from './spend-order.ts';

/** An operation at work in one currency of a member's book. */
export type Work = {
  readonly book: Book;
  readonly currencyCode: string;
  readonly terms: CurrencyTerms;
  /** The operation's cause, with the currency's order of spending. */
  readonly cause: Cause & Required<InOrder>;
  readonly zone: string;
};

/** What work in a currency is done on. */
export type WorkContext = Pick<OperationContext, 'cause' | 'zone' | 'termsOf'>;

/** Posts one movement into the work's currency. */
export type Post = (posting: (before: AccountState) => Posted & { readonly hold?: Hold }) => Posted;

/** The work in a currency; a currency that is unknown has the default terms. */
export function workIn(book: Book, currencyCode: string, context: WorkContext): Work {
  const { cause, zone } = context;
  const terms = context.termsOf(currencyCode) ?? termsWithDefaults({});
  const order = spendOrder(terms.spendOrder, cause.partnerCode);
  return { book, currencyCode, terms, cause: { ...cause, order }, zone };
}

/** The work in the currency that parameters name; undefined = there is none. */
export function workFor(
  book: Book,
  currencyCode: string,
  context: OperationContext,
): Work | undefined {
  const isKnown = context.termsOf(currencyCode) !== undefined;
  return isKnown ? workIn(book, currencyCode, context) : undefined;
}

/** Codes of the currencies in which the member has an account, in order. */
export function currenciesOf(book: Book): string[] {
  return [...book.accounts.keys()].sort();
}

/** What the member can spend and owes, once what can be spent has repaid what is owed. */
export type Standing = { readonly availablePoints: number; readonly owedPoints: number };

export function standingOf(account: Account): Standing {
  const repaid = Math.min(account.debt, spendable(account));
  return { availablePoints: spendable(account) - repaid, owedPoints: account.debt - repaid };
}

export function standingIn({ book, currencyCode }: Work): Standing {
  return standingOf(accountOf(book, currencyCode));
}

/**
 * Carries an operation out in one currency, after it can no longer be refused: what can be spent repays
 * what is owed, then the postings, then everything is put in order (see settleUp).
 */
export function carryOut(
  work: Work,
  postings: (post: Post) => void,
  more: { readonly isActivity?: boolean; readonly repaymentMemo?: string } = {},
): void {
  const { book, currencyCode, cause, zone } = work;
  const post: Post = (posting) => {
    const posted = posting(stateOf(book, currencyCode));
    enter(book, posted);
    return posted;
  };
  post((before) => postRepayment(before, cause));
  postings(post);
  settleUp(book, currencyCode, {
    cause: { ...cause, memo: more.repaymentMemo ?? null },
    zone,
    isActivity: more.isActivity ?? false,
  });
}
