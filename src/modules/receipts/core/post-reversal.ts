import {
  type Book,
  carryOut,
  type Decided,
  postRedemptionReversal,
  takeAway,
  unwind,
  type WorkContext,
  workIn,
} from '#modules/ledger/core/index.ts';
import type { Reversal } from './plan-reversal.ts';

/** An entry that the receipt has made before. */
export type EarlierEntry = {
  readonly kind: string;
  readonly currency_code: string;
  readonly amount: number;
  readonly lot_ids: readonly string[];
  readonly lot_amounts: readonly number[];
  readonly memo: string | null;
};

/** What was taken back, or why the currency's terms refuse it. */
export type ReversalPosted =
  | { readonly isGood: true; readonly takenBack: Reversal['takenBack'] }
  | (Decided & { readonly isGood: false });

/**
 * Puts a reversal into the member's book: spent points go back to their lots first, then earned points
 * are taken back (so what came back can cover them before anything becomes debt), as far as the terms go.
 * What promotions had taken goes back like what was spent.
 * After a refusal the book is of no use any more.
 */
export function postReversal(
  book: Book,
  reversal: Reversal,
  more: {
    readonly entries: readonly EarlierEntry[];
    readonly redemptionCurrency: string;
    readonly context: WorkContext;
    /** Whether points that a promotion had taken come back: never before all goods are back. */
    readonly undoesDebitOf: (promotionCode: string) => boolean;
  },
): ReversalPosted {
  const { entries, redemptionCurrency, context } = more;
  if (reversal.returnedPoints > 0) {
    const own = entries.filter((entry) => entry.currency_code === redemptionCurrency);
    const { shares } = unwind(redeemedBy(own), reversal.returnedPoints);
    const work = workIn(book, redemptionCurrency, context);
    carryOut(work, (post) => {
      post((before) => postRedemptionReversal(before, shares, work.cause));
    });
  }
  for (const entry of entries) {
    if (entry.kind !== 'debit' || !more.undoesDebitOf(entry.memo ?? '')) continue;
    const work = workIn(book, entry.currency_code, context);
    const as = { kind: 'credit', memo: entry.memo } as const;
    carryOut(work, (post) => {
      post((before) => postRedemptionReversal(before, drawnLots(entry), { ...work.cause, ...as }));
    });
  }
  const takenBack: { currencyCode: string; points: number }[] = [];
  for (const { currencyCode, points } of reversal.takenBack) {
    const work = workIn(book, currencyCode, context);
    const taken = takeAway(work, points, {
      policy: work.terms.debt.takeBack,
      kind: 'accrual-reversal',
      ofReceiptId: work.cause.receiptId,
      memo: null,
    });
    if (!taken.isGood) return taken;
    takenBack.push({ currencyCode, points: Number(taken.result['points']) });
  }
  return { isGood: true, takenBack };
}

function redeemedBy(entries: readonly EarlierEntry[]) {
  const of = (kind: string) => entries.filter((entry) => entry.kind === kind);
  return {
    drawn: of('redemption').flatMap(drawnLots),
    lentPoints: 0,
    givenBackPoints: of('redemption-reversal').reduce((sum, entry) => sum + entry.amount, 0),
  };
}

function drawnLots(entry: EarlierEntry) {
  return entry.lot_ids.map((id, place) => ({ id, amount: -(entry.lot_amounts[place] ?? 0) }));
}
