import {
  type Bought,
  cameBack,
  type RecordedLine,
  returnWords,
} from '#modules/promotions/core/index.ts';
import { mulDivFloor } from '#shared/ratio.ts';

/** One line of the receipt as it was sold. */
export type SoldLine = RecordedLine & {
  readonly quantityMilli: number;
  readonly grossKopecks: number;
  readonly payableKopecks: number;
};

/** A receipt as it was decided. */
export type SoldReceipt = Omit<Bought, 'lines'> & {
  readonly lines: readonly SoldLine[];
  /** Points that stand on no line: they come back with the last of the goods. */
  readonly unplaced: readonly {
    readonly promotionCode: string;
    readonly currencyCode: string;
    readonly points: number;
  }[];
};

/** Points of one promotion on one line, or on none. */
export type TakenPoints = {
  readonly key: string;
  readonly currencyCode: string;
  readonly points: number;
};

/** What has come back in all once so much of each line has. */
export type ReturnTotals = {
  /** Money for the goods as paid, less the discounts that the goods which stay have lost. */
  readonly refundKopecks: number;
  /** Spent points. */
  readonly returnedPoints: number;
  /** Earned points. */
  readonly taken: readonly TakenPoints[];
};

/**
 * Adds up what has come back of a receipt; see docs/engine.md 13. What the buyer keeps of a line's money is
 * ⌊paid × remaining ÷ sold⌋, so repeated returns add up to what was paid exactly.
 * @param returnedMilli thousandths by line, 0 … sold; absent = none
 */
export function totalsAt(
  sold: SoldReceipt,
  returnedMilli: ReadonlyMap<number, number>,
): ReturnTotals {
  const backByNo = new Map(cameBack(sold, returnedMilli).map((line) => [line.lineNo, line]));
  let [refundKopecks, returnedPoints] = [0, 0];
  const taken: TakenPoints[] = [];
  for (const line of sold.lines) {
    const back = backByNo.get(line.lineNo);
    if (back === undefined) continue;
    const gone = returnedMilli.get(line.lineNo) ?? 0;
    refundKopecks += refundOf(line, back, gone);
    for (const { points } of back.redeemedPoints) returnedPoints += points;
    for (const { promotionCode, currencyCode, points } of back.accruals) {
      taken.push({ key: `${line.lineNo} ${promotionCode} ${currencyCode}`, currencyCode, points });
    }
  }
  if (isAllBack(sold, returnedMilli)) taken.push(...unplacedPoints(sold));
  return { refundKopecks: Math.max(0, refundKopecks), returnedPoints, taken };
}

/** What was paid for so much of a line. */
export function paidFor({ payableKopecks, quantityMilli }: SoldLine, milli: number): number {
  return shareOf(payableKopecks, milli, quantityMilli);
}

function shareOf(amount: number, milli: number, soldMilli: number): number {
  return amount - mulDivFloor(amount, soldMilli - milli, soldMilli);
}

/**
 * The money for what has come back of a line: what was paid for it, or less, when goods that stay have lost
 * a discount. Negative when they have lost more than the returned ones cost.
 */
function refundOf(line: SoldLine, back: RecordedLine, gone: number): number {
  const paid = paidFor(line, gone);
  const shares = line.discounts.map(({ kopecks }) => shareOf(kopecks, gone, line.quantityMilli));
  const discounts = shares.map((share, i) => Math.max(share, back.discounts[i]?.kopecks ?? 0));
  const isLost = discounts.some((kopecks, i) => kopecks > (shares[i] ?? 0));
  if (!isLost) return paid;
  const gross = mulDivFloor(line.grossKopecks, gone, line.quantityMilli);
  const discount = discounts.reduce((all, kopecks) => all + kopecks, 0);
  return Math.min(paid, gross - discount - back.redeemedKopecks);
}

function isAllBack({ lines }: SoldReceipt, returnedMilli: ReadonlyMap<number, number>): boolean {
  return lines.every((line) => returnedMilli.get(line.lineNo) === line.quantityMilli);
}

function unplacedPoints({ ruleSet, unplaced }: SoldReceipt): readonly TakenPoints[] {
  const wordOf = returnWords(ruleSet);
  return unplaced
    .filter(({ promotionCode }) => wordOf(promotionCode, 'points') !== 'keep')
    .map(({ promotionCode, currencyCode, points }) => ({
      key: `- ${promotionCode} ${currencyCode}`,
      currencyCode,
      points,
    }));
}
