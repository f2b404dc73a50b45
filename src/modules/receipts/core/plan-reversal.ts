import { allocate } from '#shared/allocate.ts';
import { paidFor, type SoldReceipt, type TakenPoints, totalsAt } from './return-totals.ts';

/** How much of which line comes back now, thousandths. */
export type ReturnedLine = { readonly lineNo: number; readonly quantityMilli: number };

/** An earlier return of the receipt. */
export type EarlierReturn = {
  readonly refundKopecks: number;
  readonly lines: readonly { readonly lineNo: number; readonly remainingMilli: number }[];
};

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

type Milli = ReadonlyMap<number, number>;

/**
 * Plans a return: what has come back in all with it, less what came back before.
 * @param earlier  earlier returns, in their order
 * @param returned each line at most once; quantities > 0
 */
export function planReversal(
  sold: SoldReceipt,
  earlier: readonly EarlierReturn[],
  returned: readonly ReturnedLine[],
): ReversalVerdict {
  const states = statesAfter(sold, earlier);
  const before = states.at(-1) ?? new Map<number, number>();
  const after = new Map(before);
  const soldByNo = new Map(sold.lines.map((line) => [line.lineNo, line]));
  for (const [place, { lineNo, quantityMilli }] of returned.entries()) {
    const line = soldByNo.get(lineNo);
    const path = `/lines/${place}`;
    if (line === undefined)
      return { isGood: false, code: 'unknown-line', path: `${path}/lineNo`, remainingMilli: 0 };
    const gone = before.get(lineNo) ?? 0;
    const remainingMilli = line.quantityMilli - gone;
    if (quantityMilli > remainingMilli) {
      const code = 'return-exceeds-purchase';
      return { isGood: false, code, path: `${path}/quantityMilli`, remainingMilli };
    }
    after.set(lineNo, gone + quantityMilli);
  }
  return { isGood: true, reversal: planned(sold, { earlier, states, after, returned }) };
}

type Step = {
  readonly earlier: readonly EarlierReturn[];
  readonly states: readonly Milli[];
  readonly after: Milli;
  readonly returned: readonly ReturnedLine[];
};

function planned(sold: SoldReceipt, { earlier, states, after, returned }: Step): Reversal {
  const totals = totalsAt(sold, after);
  const refunded = earlier.reduce((all, one) => all + one.refundKopecks, 0);
  const refundKopecks = Math.max(0, totals.refundKopecks - refunded);
  const before = states.at(-1) ?? new Map<number, number>();
  const paid = sold.lines
    .filter(({ lineNo }) => returned.some((one) => one.lineNo === lineNo))
    .map((line) => {
      const paidBefore = paidFor(line, before.get(line.lineNo) ?? 0);
      const kopecks = paidFor(line, after.get(line.lineNo) ?? 0) - paidBefore;
      return [line.lineNo, kopecks] as const;
    });
  const refunds = shared(refundKopecks, new Map(paid));
  const quantities = new Map(sold.lines.map((line) => [line.lineNo, line.quantityMilli]));
  return {
    refundKopecks,
    returnedPoints: totals.returnedPoints - totalsAt(sold, before).returnedPoints,
    takenBack: takenNow(sold, states, totals.taken),
    lines: returned.map(({ lineNo, quantityMilli }) => ({
      lineNo,
      quantityMilli,
      remainingMilli: (quantities.get(lineNo) ?? 0) - (after.get(lineNo) ?? 0),
      refundKopecks: refunds.get(lineNo) ?? 0,
    })),
  };
}

/** How much of each line was back after each of the earlier returns. */
function statesAfter(sold: SoldReceipt, earlier: readonly EarlierReturn[]): readonly Milli[] {
  const quantities = new Map(sold.lines.map((line) => [line.lineNo, line.quantityMilli]));
  let back: Milli = new Map();
  return earlier.map(({ lines }) => {
    const now = lines.map(({ lineNo, remainingMilli }): [number, number] => [
      lineNo,
      (quantities.get(lineNo) ?? 0) - remainingMilli,
    ]);
    back = new Map([...back, ...now]);
    return back;
  });
}

/** Points that no earlier return has taken: what was taken once is never given again. */
function takenNow(sold: SoldReceipt, states: readonly Milli[], taken: readonly TakenPoints[]) {
  const takenByKey = new Map<string, number>();
  for (const state of states) {
    for (const { key, points } of totalsAt(sold, state).taken) {
      takenByKey.set(key, Math.max(points, takenByKey.get(key) ?? 0));
    }
  }
  const byCurrency = new Map<string, number>();
  for (const { key, currencyCode, points } of taken) {
    const more = Math.max(0, points - (takenByKey.get(key) ?? 0));
    if (more > 0) byCurrency.set(currencyCode, more + (byCurrency.get(currencyCode) ?? 0));
  }
  return [...byCurrency].map(([currencyCode, points]) => ({ currencyCode, points }));
}

/** The money of a return over its lines, as it was paid for them; a cancel may find nothing left. */
function shared(refundKopecks: number, paid: Milli): Milli {
  if (paid.size === 0) return paid;
  const weights = [...paid.values()];
  const isFree = weights.every((kopecks) => kopecks === 0);
  const parts = allocate(refundKopecks, isFree ? weights.map(() => 1) : weights);
  return new Map([...paid.keys()].map((lineNo, place) => [lineNo, parts[place] ?? 0]));
}
