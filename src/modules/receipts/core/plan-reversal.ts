import { mulDivFloor } from '#shared/ratio.ts';

/** One line of the receipt as it was sold. */
export type SoldLine = {
  readonly lineNo: number;
  readonly quantityMilli: number;
  readonly payableKopecks: number;
  readonly redeemedPoints: number;
  readonly accruals: readonly { readonly currencyCode: string; readonly points: number }[];
};

/** How much of which line comes back now, thousandths. */
export type ReturnedLine = { readonly lineNo: number; readonly quantityMilli: number };

/** What a return gives and takes. */
export type Reversal = {
  readonly refundKopecks: number;
  readonly returnedPoints: number;
  readonly takenBack: readonly { readonly currencyCode: string; readonly points: number }[];
  readonly lines: readonly {
    readonly lineNo: number;
    readonly quantityMilli: number;
    readonly remainingMilli: number;
    readonly refundKopecks: number;
  }[];
};

/** A plan, or why there is none: a code of the refusals, the place of the culprit and what may return. */
export type ReversalVerdict =
  | { readonly isGood: true; readonly reversal: Reversal }
  | {
      readonly isGood: false;
      readonly code: 'unknown-line' | 'return-exceeds-purchase';
      readonly path: string;
      readonly remainingMilli: number;
    };

/**
 * Plans a return in proportion to quantity. What the buyer keeps of a line is ⌊value × remaining ÷ sold⌋ of
 * its money, its spent points and each of its accruals, so repeated returns add up to the line exactly.
 * @param sold     lines of the receipt
 * @param remainingByLine thousandths still with the buyer before this return
 * @param returned each line at most once; quantities > 0
 */
export function planReversal(
  sold: readonly SoldLine[],
  remainingByLine: ReadonlyMap<number, number>,
  returned: readonly ReturnedLine[],
): ReversalVerdict {
  const soldByNo = new Map(sold.map((line) => [line.lineNo, line]));
  const remaining = new Map(remainingByLine);
  const takenByCurrency = new Map<string, number>();
  const lines: Reversal['lines'][number][] = [];
  let refundKopecks = 0;
  let returnedPoints = 0;
  for (const [place, { lineNo, quantityMilli }] of returned.entries()) {
    const line = soldByNo.get(lineNo);
    const before = remaining.get(lineNo) ?? 0;
    const path = `/lines/${place}`;
    if (line === undefined)
      return { isGood: false, code: 'unknown-line', path: `${path}/lineNo`, remainingMilli: 0 };
    if (quantityMilli > before) {
      return {
        isGood: false,
        code: 'return-exceeds-purchase',
        path: `${path}/quantityMilli`,
        remainingMilli: before,
      };
    }
    const after = before - quantityMilli;
    const share = (value: number) => kept(value, before, line) - kept(value, after, line);
    for (const accrual of line.accruals) {
      const taken = takenByCurrency.get(accrual.currencyCode) ?? 0;
      takenByCurrency.set(accrual.currencyCode, taken + share(accrual.points));
    }
    const lineRefund = share(line.payableKopecks);
    refundKopecks += lineRefund;
    returnedPoints += share(line.redeemedPoints);
    remaining.set(lineNo, after);
    lines.push({ lineNo, quantityMilli, remainingMilli: after, refundKopecks: lineRefund });
  }
  const takenBack = [...takenByCurrency]
    .filter(([, points]) => points > 0)
    .map(([currencyCode, points]) => ({ currencyCode, points }));
  return { isGood: true, reversal: { refundKopecks, returnedPoints, takenBack, lines } };
}

function kept(value: number, remainingMilli: number, line: SoldLine): number {
  return mulDivFloor(value, remainingMilli, line.quantityMilli);
}
