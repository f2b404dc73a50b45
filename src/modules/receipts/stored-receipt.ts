import type { Facts } from '#modules/promotions/core/index.ts';
import type { ConfirmAnswer, ReversalAnswer } from './contract.ts';
import type { SoldLine } from './core/plan-reversal.ts';

/** The stored texts of a receipt are our own: they are read back as what they were written from. */
export function storedFacts(text: string): Facts {
  return JSON.parse(text) as Facts;
}

/** The answer that a confirm stored. */
export function storedAnswer(text: string): ConfirmAnswer {
  return JSON.parse(text) as ConfirmAnswer;
}

/** The answer that a return or a cancel stored. */
export function storedReversal(text: string): ReversalAnswer {
  return JSON.parse(text) as ReversalAnswer;
}

/** Lines of a receipt as they were sold: quantities from the facts, amounts from the answer. */
export function soldLines(row: { readonly facts: string; readonly answer: string }): SoldLine[] {
  const quantityByNo = new Map(
    storedFacts(row.facts).lines.map((line) => [line.lineNo, line.quantityMilli]),
  );
  return storedAnswer(row.answer).lines.map((line) => ({
    lineNo: line.lineNo,
    quantityMilli: quantityByNo.get(line.lineNo) ?? 0,
    payableKopecks: line.payableKopecks,
    redeemedPoints: line.redeemedPoints,
    accruals: line.accruals,
  }));
}

/** Thousandths of each line that the buyer still has after the earlier returns. */
export function remainingOf(
  sold: readonly SoldLine[],
  reversals: readonly { readonly answer: string }[],
): Map<number, number> {
  const remaining = new Map(sold.map((line) => [line.lineNo, line.quantityMilli]));
  for (const { answer } of reversals) {
    for (const line of storedReversal(answer).lines)
      remaining.set(line.lineNo, line.remainingMilli);
  }
  return remaining;
}
