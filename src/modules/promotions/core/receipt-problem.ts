import { AMOUNT_MAX } from '#shared/schema.ts';
import { unitsOf } from './basket/basket.ts';
import type { BasketLine, Facts } from './facts.ts';

/** Why a receipt is refused as a whole, and the line that is to blame; null = none alone. */
export type ReceiptProblem = {
  readonly code: 'line-number' | 'quantity-not-positive' | 'amount-negative' | 'out-of-bounds';
  readonly lineNo: number | null;
};

const LINES_MAX = 1000;
const LINE_NO_MAX = 1_000_000;
const UNITS_MAX = 100_000;

/** What keeps a receipt from being evaluated, see docs/engine.md 1.2; null = nothing. */
export function receiptProblem({ lines }: Pick<Facts, 'lines'>): ReceiptProblem | null {
  const seen = new Set<number>();
  let gross = 0;
  let units = 0;
  if (lines.length === 0 || lines.length > LINES_MAX)
    return { code: 'out-of-bounds', lineNo: null };
  for (const line of lines) {
    const code = problemOf(line, seen);
    if (code !== null) return { code, lineNo: line.lineNo };
    gross += line.grossKopecks;
    units += unitsOf(line);
    if (gross > AMOUNT_MAX || units > UNITS_MAX) {
      return { code: 'out-of-bounds', lineNo: line.lineNo };
    }
  }
  return null;
}

function problemOf(line: BasketLine, seen: Set<number>): ReceiptProblem['code'] | null {
  const { lineNo, quantityMilli, priceKopecks, grossKopecks } = line;
  if (!isWithin(lineNo, 1, LINE_NO_MAX) || seen.has(lineNo)) return 'line-number';
  seen.add(lineNo);
  if (quantityMilli <= 0) return 'quantity-not-positive';
  if (priceKopecks < 0 || grossKopecks < 0) return 'amount-negative';
  const amounts = [quantityMilli, priceKopecks, grossKopecks];
  return amounts.every((amount) => isWithin(amount, 0, Number.MAX_SAFE_INTEGER))
    ? null
    : 'out-of-bounds';
}

function isWithin(n: number, min: number, max: number): boolean {
  return Number.isInteger(n) && n >= min && n <= max;
}
