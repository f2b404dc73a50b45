import type { CompiledRuleSet, Facts } from '#modules/promotions/core/index.ts';
import type { ConfirmAnswer, ReversalAnswer } from './contract.ts';
import { unpackFacts } from './core/pack-facts.ts';
import type { SoldReceipt } from './core/return-totals.ts';

/** The stored texts of a receipt are our own: they are read back as what they were written from. */
export function storedFacts(text: string): Facts {
  return unpackFacts(JSON.parse(text) as Facts);
}

/** The answer that a confirm stored. */
export function storedAnswer(text: string): ConfirmAnswer {
  return JSON.parse(text) as ConfirmAnswer;
}

/** The answer that a return or a cancel stored. */
export function storedReversal(text: string): ReversalAnswer {
  return JSON.parse(text) as ReversalAnswer;
}

/** A receipt as it was decided: quantities from the facts, amounts from the answer. */
export function soldReceipt(
  row: { readonly facts: string; readonly answer: string },
  by: { readonly ruleSet: CompiledRuleSet; readonly currencyCode: string },
): SoldReceipt {
  const facts = storedFacts(row.facts);
  const answer = storedAnswer(row.answer);
  const quantityByNo = new Map(facts.lines.map((line) => [line.lineNo, line.quantityMilli]));
  const { currencyCode } = by;
  return {
    ruleSet: by.ruleSet,
    facts,
    lines: answer.lines.map((line) => ({
      ...line,
      quantityMilli: quantityByNo.get(line.lineNo) ?? 0,
      redeemedPoints: [{ currencyCode, points: line.redeemedPoints }],
    })),
    unplaced: unplacedPoints(answer),
  };
}

/** Points that stand on no line: what was given less what the lines have. */
function unplacedPoints({ accruals, lines }: ConfirmAnswer): SoldReceipt['unplaced'] {
  const placed = new Map<string, number>();
  const keyOf = (one: { readonly promotionCode: string; readonly currencyCode: string }) =>
    `${one.promotionCode} ${one.currencyCode}`;
  for (const one of lines.flatMap((line) => line.accruals)) {
    placed.set(keyOf(one), one.points + (placed.get(keyOf(one)) ?? 0));
  }
  return accruals.flatMap((one) => {
    const onLines = Math.min(one.points, placed.get(keyOf(one)) ?? 0);
    placed.set(keyOf(one), (placed.get(keyOf(one)) ?? 0) - onLines);
    const { promotionCode, currencyCode } = one;
    const points = one.points - onLines;
    return points > 0 ? [{ promotionCode, currencyCode, points }] : [];
  });
}

/** Thousandths of each line that the buyer still has after the earlier returns. */
export function remainingOf(
  sold: SoldReceipt['lines'],
  reversals: readonly { readonly answer: string }[],
): Map<number, number> {
  const remaining = new Map(sold.map((line) => [line.lineNo, line.quantityMilli]));
  for (const { answer } of reversals) {
    for (const line of storedReversal(answer).lines)
      remaining.set(line.lineNo, line.remainingMilli);
  }
  return remaining;
}
