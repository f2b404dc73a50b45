import {
  type Facts,
  type PastLine,
  pastLinesText,
  wallMs,
} from '#modules/promotions/core/index.ts';
import { mulDivFloor } from '#shared/ratio.ts';

/** A line as it was answered. */
type AnsweredLine = {
  readonly lineNo: number;
  readonly grossKopecks: number;
  readonly discountKopecks: number;
  readonly redeemedPoints: number;
  readonly accruals: readonly { readonly currencyCode: string; readonly points: number }[];
};

/** How much of a line came back, in thousandths: without and with the return in hand. */
export type BackOfLine = {
  readonly lineNo: number;
  readonly beforeMilli: number;
  readonly afterMilli: number;
};

/** What a receipt adds to its member's history, in the words of promotions. */
export function pastPurchase(
  facts: Facts,
  answered: readonly AnsweredLine[],
  currencyCode: string,
) {
  return { ...purchaseOf(facts), lines: pastLinesText(linesOf(facts, answered, currencyCode)) };
}

/** What a return takes from it: the same amounts below zero, in proportion; all in all nothing is left. */
export function pastReturn(
  facts: Facts,
  answered: readonly AnsweredLine[],
  { currencyCode, back }: { readonly currencyCode: string; readonly back: readonly BackOfLine[] },
) {
  const byNo = new Map(back.map((one) => [one.lineNo, one]));
  const all = linesOf(facts, answered, currencyCode);
  const lines = facts.lines.flatMap(({ lineNo, quantityMilli }, place) => {
    const line = all[place];
    const own = byNo.get(lineNo);
    if (line === undefined || own === undefined || own.afterMilli === own.beforeMilli) return [];
    const part = (amount: number) =>
      mulDivFloor(amount, own.beforeMilli, quantityMilli) -
      mulDivFloor(amount, own.afterMilli, quantityMilli);
    return [
      {
        ...line,
        milli: own.beforeMilli - own.afterMilli,
        kopecks: part(line.kopecks),
        discountKopecks: part(line.discountKopecks),
        accruedPoints: part(line.accruedPoints),
        paidPoints: part(line.paidPoints),
      },
    ];
  });
  return { ...purchaseOf(facts), lines: pastLinesText(lines) };
}

function purchaseOf({ local, place }: Facts) {
  return { boughtAt: wallMs(local), storeCode: place?.storeCode ?? '' };
}

function linesOf(
  facts: Facts,
  answered: readonly AnsweredLine[],
  currencyCode: string,
): readonly PastLine[] {
  const byNo = new Map(answered.map((line) => [line.lineNo, line]));
  return facts.lines.map(({ lineNo, sku, priceKopecks, quantityMilli, grossKopecks }) => {
    const line = byNo.get(lineNo);
    const discountKopecks = line?.discountKopecks ?? 0;
    const own = (line?.accruals ?? []).filter((one) => one.currencyCode === currencyCode);
    return {
      sku,
      priceKopecks,
      milli: quantityMilli,
      kopecks: grossKopecks - discountKopecks,
      discountKopecks,
      accruedPoints: own.reduce((sum, { points }) => sum + Math.max(0, points), 0),
      paidPoints: line?.redeemedPoints ?? 0,
    };
  });
}
