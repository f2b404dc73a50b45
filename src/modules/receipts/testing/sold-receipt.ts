import { compileRuleSet } from '#modules/promotions/core/index.ts';
import { kopecks } from '#shared/money.ts';
import type { SoldReceipt } from '../core/return-totals.ts';
import { aReceiptFacts } from './facts.ts';

/** What a test says about a line that was sold; each of `points` is an accrual of its own promotion. */
export type SoldWish = {
  readonly quantityMilli?: number;
  readonly payableKopecks?: number;
  readonly redeemedPoints?: number;
  readonly points?: readonly number[];
};

/** A receipt of such lines, decided by promotions that are gone: everything comes back by its share. */
export function aSoldReceipt(wishes: readonly SoldWish[]): SoldReceipt {
  const facts = aReceiptFacts();
  const lines = wishes.map((wish, place) => {
    const { quantityMilli = 1000, payableKopecks = 10_000, redeemedPoints = 0, points = [] } = wish;
    return {
      lineNo: place + 1,
      quantityMilli,
      grossKopecks: payableKopecks + redeemedPoints,
      payableKopecks,
      discounts: [],
      accruals: points.map((each, i) => ({
        promotionCode: `p${i}`,
        currencyCode: 'bonus',
        points: each,
      })),
      redeemedPoints: [{ currencyCode: 'bonus', points: redeemedPoints }],
      redeemedKopecks: redeemedPoints,
    };
  });
  return {
    ruleSet: compileRuleSet(1, []),
    facts: {
      ...facts,
      lines: lines.flatMap(({ lineNo, quantityMilli, grossKopecks }) =>
        facts.lines.map((line) => ({
          ...line,
          lineNo,
          quantityMilli,
          grossKopecks: kopecks(grossKopecks),
        })),
      ),
    },
    lines,
    unplaced: [],
  };
}
