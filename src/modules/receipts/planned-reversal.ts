import type { ReturnedLine } from '#modules/promotions/index.ts';
import { planReversal, type Reversal } from './core/plan-reversal.ts';
import type { SoldReceipt } from './core/return-totals.ts';
import { refuse } from './refusals.ts';
import type { ReversalItem } from './reversal-item.ts';
import type { loadReceipt, SaleRow, VersionRow } from './sql/load-receipt.ts';
import { remainingOf, storedReversal } from './stored-receipt.ts';

/** A return that nothing speaks against: of what, as it stands, and what it gives and takes. */
export type Planned = {
  readonly item: ReversalItem;
  readonly sale: SaleRow;
  readonly rows: Awaited<ReturnType<typeof loadReceipt>>;
  readonly sold: SoldReceipt;
  readonly reversal: Reversal;
  /** What the receipt was paid with, besides money. */
  readonly currencyCode: string;
};

/** Whether nothing of the receipt stays with the buyer. */
export function leavesNothing({ sold, rows, reversal }: Planned): boolean {
  const remaining = remainingOf(sold.lines, rows.reversals);
  for (const line of reversal.lines) remaining.set(line.lineNo, line.remainingMilli);
  return [...remaining.values()].every((quantityMilli) => quantityMilli === 0);
}

/** A purchase that has gone back whole does not count, and refunded money was not spent. */
export function buyersAfter(planned: Planned) {
  const { rows, reversal } = planned;
  const hasNothing = leavesNothing(planned);
  return rows.buyers.map((buyer) => ({
    owner: buyer.member_id,
    purchases: Math.max(0, buyer.purchases - (hasNothing ? 1 : 0)),
    payableKopecks: Math.max(0, buyer.payable_kopecks - reversal.refundKopecks),
  }));
}

/** Lines of the receipt with what promotions gave on them, and how much is back before and after this. */
export function returnedLines({ sold, rows, reversal }: Planned): ReturnedLine[] {
  const remaining = remainingOf(sold.lines, rows.reversals);
  const after = new Map(reversal.lines.map((line) => [line.lineNo, line.remainingMilli]));
  return sold.lines.map((line) => {
    const { lineNo, quantityMilli, grossKopecks, discounts, accruals } = line;
    const left = remaining.get(lineNo) ?? 0;
    return {
      lineNo,
      soldMilli: quantityMilli,
      grossKopecks,
      beforeMilli: quantityMilli - left,
      afterMilli: quantityMilli - (after.get(lineNo) ?? left),
      discounts,
      accruals,
    };
  });
}

/** @throws Refusal unknown-line, return-exceeds-purchase */
export function planOrRefuse(
  sold: SoldReceipt,
  reversals: readonly VersionRow[],
  item: ReversalItem,
): Reversal {
  const left = [...remainingOf(sold.lines, reversals)].filter(([, milli]) => milli > 0);
  const lines = item.lines ?? left.map(([lineNo, quantityMilli]) => ({ lineNo, quantityMilli }));
  const earlier = reversals.map(({ answer }) => storedReversal(answer));
  const verdict = planReversal(sold, earlier, lines);
  if (verdict.isGood) return verdict.reversal;
  throw refuse(verdict.code, {
    path: verdict.path,
    details: { remainingMilli: verdict.remainingMilli },
  });
}

/** The currency that a receipt was paid with, if any. */
export function redeemedIn(entries: Planned['rows']['entries']): string | undefined {
  return entries.find((entry) => entry.kind === 'redemption')?.currency_code;
}
