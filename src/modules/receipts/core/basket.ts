import { type Directory, groupCodesOf } from '#modules/partners/core/index.ts';
import { type BasketLine, PLAIN_LINE, receiptProblem } from '#modules/promotions/core/index.ts';
import { kopecks } from '#shared/money.ts';
import { mulDivFloor, mulDivHalfUp } from '#shared/ratio.ts';
import { AMOUNT_MAX } from '#shared/schema.ts';

/** One line as the till sends it. */
export type RequestLine = {
  readonly lineNo: number;
  readonly sku: string;
  readonly quantityMilli: number;
  readonly priceKopecks: number;
};

/** A basket, or the reason why it is none: a code of the refusals and the JSON pointer of the culprit. */
export type BasketVerdict =
  | { readonly isGood: true; readonly lines: readonly BasketLine[] }
  | {
      readonly isGood: false;
      readonly code: 'line-number-repeated' | 'receipt-too-large';
      readonly path: string;
    };

/**
 * Makes the basket that promotions work on: each line worth quantity × price, halves of a kopeck up,
 * and placed in the tree of goods.
 * @param lines quantities in thousandths > 0, prices in kopecks per whole unit ≥ 0
 */
export function basketOf(lines: readonly RequestLine[], directory: Directory): BasketVerdict {
  const seen = new Set<number>();
  const basket: BasketLine[] = [];
  let total = 0;
  for (const [place, line] of lines.entries()) {
    const path = `/lines/${place}`;
    if (seen.has(line.lineNo))
      return { isGood: false, code: 'line-number-repeated', path: `${path}/lineNo` };
    seen.add(line.lineNo);
    const gross = lineGross(line);
    if (gross === undefined || total + gross > AMOUNT_MAX) {
      return { isGood: false, code: 'receipt-too-large', path };
    }
    total += gross;
    basket.push({
      ...PLAIN_LINE,
      lineNo: line.lineNo,
      sku: line.sku,
      groupCodes: groupCodesOf(directory, line.sku),
      quantityMilli: line.quantityMilli,
      priceKopecks: kopecks(line.priceKopecks),
      grossKopecks: kopecks(gross),
    });
  }
  // More units than the promotions' arithmetic is made for.
  if (receiptProblem({ lines: basket }) !== null) {
    return { isGood: false, code: 'receipt-too-large', path: '/lines' };
  }
  return { isGood: true, lines: basket };
}

function lineGross(line: RequestLine): number | undefined {
  // Beyond this the result could leave the safe integers; the exact check follows.
  if (line.priceKopecks > mulDivFloor(AMOUNT_MAX, 1000, line.quantityMilli)) return undefined;
  const gross = mulDivHalfUp(line.priceKopecks, line.quantityMilli, 1000);
  return gross > AMOUNT_MAX ? undefined : gross;
}
