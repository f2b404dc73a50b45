import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { assert } from '#shared/assert.ts';
import type { Book } from './book.ts';
import type { CurrencyTerms } from './currency-terms.ts';
import type { Entry } from './entry.ts';
import type { LotShare } from './lot.ts';
import type { Cause } from './move.ts';
import type { Transit } from './transit.ts';

/**
 * What an operation must see besides the accounts.
 * - lots: all lots of the member with points
 * - hold: the holds by `holdId` or `holdIds` of the parameters
 * - earlier-entries: entries of the operation `ofOperationId` and those whose memo it is, and their lots
 * - expiries: entries of kind expiry and reactivation within the currency's days of reactivation
 * - sent-today: entries of kind transfer-out and transfer-back since midnight
 * - transit: the transit `transitId` that this member has sent, the entries of that operation, their lots
 */
export type Need = 'lots' | 'hold' | 'earlier-entries' | 'expiries' | 'sent-today' | 'transit';

/** An entry of the past, as far as later operations look at it. */
export type EarlierEntry = Pick<Entry, 'kind' | 'amount' | 'postedAt' | 'operationId' | 'memo'> & {
  readonly currencyCode: string;
  readonly lots: readonly LotShare[];
};

/** What an operation is decided on besides the book. */
export type OperationContext = {
  readonly cause: Cause;
  /** The zone in which days and months of lifetimes are counted. */
  readonly zone: string;
  /** The currency's terms; undefined = no such currency. */
  readonly termsOf: (currencyCode: string) => CurrencyTerms | undefined;
  /** What one currency gives for another; undefined = it is not exchanged. */
  readonly exchangeOf: (fromCode: string, toCode: string) => Exchange | undefined;
  /** UUIDv7, growing. */
  readonly newLotId: () => string;
  /**
   * What `needs` names, entries that this batch has posted already among it; in the order of the accounts'
   * seq. Empty when it was not asked for.
   */
  readonly earlier: readonly EarlierEntry[];
  /** As it stands now, changes of this batch among it; undefined = not asked for, or not there. */
  readonly transit: Transit | undefined;
};

/** A pair of currencies: `toPoints` for every `fromPoints`, less the fee. */
export type Exchange = {
  readonly fromPoints: number;
  readonly toPoints: number;
  readonly feeBasisPoints: number;
};

/** What came of it: facts for the answer, or a stable code of a refusal. */
export type Decided =
  | {
      readonly isGood: true;
      /** Goes into the answer as `result`; JSON. */
      readonly result: Readonly<Record<string, unknown>>;
      /** A transit that the operation opened or closed. */
      readonly transit?: Transit;
    }
  | {
      readonly isGood: false;
      readonly code: LedgerRefusal;
      readonly path?: string;
      readonly details?: Readonly<Record<string, unknown>>;
    };

/** Codes of what the ledger's operations refuse; texts in refusals.ts. */
export type LedgerRefusal =
  | 'unknown-currency'
  | 'points-not-spendable'
  | 'insufficient-points'
  | 'unreal-date'
  | 'unknown-hold'
  | 'hold-closed'
  | 'capture-exceeds-hold'
  | 'hold-too-long'
  | 'hold-open'
  | 'unknown-operation'
  | 'give-back-exceeds-spent'
  | 'unknown-lot'
  | 'lot-burnt'
  | 'transfer-not-allowed'
  | 'transfer-too-small'
  | 'transfer-daily-limit'
  | 'transfer-to-self'
  | 'unknown-transit'
  | 'transit-closed'
  | 'exchange-not-allowed'
  | 'exchange-too-small'
  | 'reactivation-not-allowed'
  | 'nothing-to-reactivate'
  | 'nothing-to-activate'
  | 'date-in-the-past'
  | 'date-not-later'
  | 'points-out-of-range';

/** What an operation's file says. */
type OperationSource<Shape extends TSchema> = {
  readonly kind: string;
  readonly params: Shape;
  readonly needs: readonly Need[];
  /** See {@link Operation}; absent = the currency that the parameters name, all when they name none. */
  readonly worksIn?: (params: Static<Shape>) => readonly string[];
  readonly decide: (book: Book, params: Static<Shape>, context: OperationContext) => Decided;
};

/** One kind of operation on one member's book, as the registry holds it. One file each in operations/. */
export type Operation = {
  readonly kind: string;
  readonly params: TSchema;
  readonly needs: readonly Need[];
  /** In which currencies' accounts it may post, and which it looks at; null = whichever there are. */
  readonly worksIn: (params: unknown) => readonly string[] | null;
  /** Whether the parameters fit the shape: to be asked before `decide`. */
  readonly isFit: (params: unknown) => boolean;
  /**
   * Decides and posts into the book, or refuses without having posted anything. Pure but for the book.
   * @param book   its accounts counted at `context.cause.postedAt`
   * @param params fitting (asserted)
   */
  readonly decide: (book: Book, params: unknown, context: OperationContext) => Decided;
};

/** Makes a registry entry out of an operation's file. */
export function defineOperation<Shape extends TSchema>(source: OperationSource<Shape>): Operation {
  const validator = Compile(source.params);
  const { worksIn } = source;
  return {
    kind: source.kind,
    params: source.params,
    needs: source.needs,
    isFit: (params) => validator.Check(params),
    worksIn: (params) => {
      if (worksIn !== undefined && validator.Check(params)) return worksIn(params);
      return ownCurrency(params);
    },
    decide: (book, params, context) => {
      assert(validator.Check(params), `the parameters of ${source.kind} do not fit its shape`);
      return source.decide(book, params, context);
    },
  };
}

function ownCurrency(params: unknown): readonly string[] | null {
  const isNamed = typeof params === 'object' && params !== null && 'currencyCode' in params;
  return isNamed && typeof params.currencyCode === 'string' ? [params.currencyCode] : null;
}

/** A refusal of an operation. */
export function no(
  code: LedgerRefusal,
  more: { readonly path?: string; readonly details?: Readonly<Record<string, unknown>> } = {},
): Decided & { readonly isGood: false } {
  return { isGood: false, code, ...more };
}

/** What the operation gave. */
export function yes(result: Readonly<Record<string, unknown>> = {}, transit?: Transit): Decided {
  return transit === undefined ? { isGood: true, result } : { isGood: true, result, transit };
}

/** The refusal of parameters that name no currency. */
export function unknownCurrency(path = '/currencyCode') {
  return no('unknown-currency', { path });
}

/** The refusal for want of points: what could be had, and how much more as a loan. */
export function insufficientPoints(availablePoints: number, loanPoints = 0) {
  return no('insufficient-points', {
    path: '/points',
    details: { availablePoints, loanPoints },
  });
}
