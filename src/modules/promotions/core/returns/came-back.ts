import { kopecks } from '#shared/money.ts';
import { mulDivFloor } from '#shared/ratio.ts';
import type { CompiledRuleSet } from '../compile/rule-set.ts';
import { evaluate } from '../evaluate.ts';
import type { BasketLine, Facts } from '../facts.ts';
import { type ReturnWord, returnWords } from './return-word.ts';

/** What a decision recorded on one line. */
export type RecordedLine = {
  readonly lineNo: number;
  readonly discounts: readonly { readonly promotionCode: string; readonly kopecks: number }[];
  readonly accruals: readonly {
    readonly promotionCode: string;
    readonly currencyCode: string;
    readonly points: number;
  }[];
  readonly redeemedPoints: readonly { readonly currencyCode: string; readonly points: number }[];
  readonly redeemedKopecks: number;
};

/** A decided receipt: the rule set and facts that it was decided by, and what it recorded. */
export type Bought = {
  readonly ruleSet: CompiledRuleSet;
  readonly facts: Facts;
  readonly lines: readonly RecordedLine[];
};

/**
 * What has come back of everything recorded by line, in all, once so much of the goods has; see
 * docs/engine.md 13. Of goods that stay with the buyer something comes back too when a promotion is
 * decided anew without the returned ones.
 * @param returnedMilli thousandths returned so far by line, 0 … the line's quantity; absent = none
 */
export function cameBack(
  bought: Bought,
  returnedMilli: ReadonlyMap<number, number>,
): readonly RecordedLine[] {
  const wordOf = returnWords(bought.ruleSet);
  const soldByNo = new Map(bought.facts.lines.map((line) => [line.lineNo, line.quantityMilli]));
  const isAnew = bought.lines.some(
    ({ discounts, accruals }) =>
      discounts.some(({ promotionCode }) => wordOf(promotionCode, 'money') === 're-evaluate') ||
      accruals.some(({ promotionCode }) => wordOf(promotionCode, 'points') === 're-evaluate'),
  );
  const anew = new Map(isAnew ? restOf(bought, returnedMilli).map((one) => [one.lineNo, one]) : []);
  return bought.lines.map((line) => {
    const back = returnedMilli.get(line.lineNo) ?? 0;
    const sold = soldByNo.get(line.lineNo) ?? 1;
    // What stays is rounded down, so that returns bit by bit bring the buyer nothing.
    const share = (amount: number) => amount - mulDivFloor(amount, sold - back, sold);
    const part = (word: ReturnWord, amount: number, left: number) => {
      if (word === 'keep') return 0;
      return word === 're-evaluate' ? Math.max(0, amount - left) : share(amount);
    };
    const rest = anew.get(line.lineNo);
    return {
      lineNo: line.lineNo,
      discounts: line.discounts.map((one) => {
        const left = rest?.discounts.find(
          ({ promotionCode }) => promotionCode === one.promotionCode,
        );
        const word = wordOf(one.promotionCode, 'money');
        return { ...one, kopecks: part(word, one.kopecks, left?.kopecks ?? 0) };
      }),
      accruals: line.accruals.map((one) => {
        const left = rest?.accruals.find(
          ({ promotionCode, currencyCode }) =>
            promotionCode === one.promotionCode && currencyCode === one.currencyCode,
        );
        const word = wordOf(one.promotionCode, 'points');
        return { ...one, points: part(word, one.points, left?.points ?? 0) };
      }),
      redeemedPoints: line.redeemedPoints.map((one) => ({ ...one, points: share(one.points) })),
      redeemedKopecks: share(line.redeemedKopecks),
    };
  });
}

/** What the goods that stay get by the same rules, facts and seed. */
function restOf(
  { ruleSet, facts }: Bought,
  returnedMilli: ReadonlyMap<number, number>,
): readonly RecordedLine[] {
  const lines = facts.lines.flatMap((line) => staying(line, returnedMilli.get(line.lineNo) ?? 0));
  return lines.length === 0 ? [] : evaluate(ruleSet, { ...facts, lines }).lines;
}

function staying(line: BasketLine, back: number): readonly BasketLine[] {
  const { quantityMilli, grossKopecks } = line;
  if (back >= quantityMilli) return [];
  const gone = mulDivFloor(grossKopecks, back, quantityMilli);
  return [
    { ...line, quantityMilli: quantityMilli - back, grossKopecks: kopecks(grossKopecks - gone) },
  ];
}
