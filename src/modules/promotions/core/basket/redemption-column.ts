/** What points of one currency may pay on every slice; arrays go with the slices. */
export type RedemptionColumn = {
  currencyCode: string;
  /** Kopecks that points may pay, ≤ the price. */
  redeemable: Float64Array;
  /** 1 = points of this currency must not touch it. */
  barred: Uint8Array;
  /** A price of a point on this receipt, when promotions set one: the highest. */
  num: number;
  den: number;
  /** The strictest of all: 0 = none. */
  minPoints: number;
  maxPoints: number;
  stepPoints: number;
  /** What was paid when phase 7 ended. */
  redeemedPoints: number;
  redeemedKopecks: number;
  /** The same by line; empty = nothing. */
  kopecksByLine: Float64Array;
  pointsByLine: Float64Array;
  redeemablePointsMax: number;
};

/** Where columns stand, and those of earlier receipts that can be used again. */
type RedemptionColumns = {
  readonly redemption: RedemptionColumn[];
  readonly spareRedemption: RedemptionColumn[];
  readonly slices: { readonly capacity: number };
};

/** The column of a currency; made when there is none yet. */
export function redemptionColumn(
  { redemption, spareRedemption, slices }: RedemptionColumns,
  currencyCode: string,
): RedemptionColumn {
  for (let i = 0; i < redemption.length; i += 1) {
    const column = redemption[i];
    if (column?.currencyCode === currencyCode) return column;
  }
  const spare = spareRedemption.pop();
  const isRoomy = spare !== undefined && spare.redeemable.length >= slices.capacity;
  const column = isRoomy ? emptied(spare, currencyCode) : newColumn(slices.capacity, currencyCode);
  redemption.push(column);
  return column;
}

/** Takes all columns away, to be used again. */
export function dropRedemption({ redemption, spareRedemption }: RedemptionColumns): void {
  for (let column = redemption.pop(); column !== undefined; column = redemption.pop()) {
    spareRedemption.push(column);
  }
}

function newColumn(size: number, currencyCode: string): RedemptionColumn {
  return {
    ...NOTHING_SET,
    currencyCode,
    redeemable: new Float64Array(size),
    barred: new Uint8Array(size),
  };
}

function emptied(column: RedemptionColumn, currencyCode: string): RedemptionColumn {
  const { redeemable, barred } = column;
  for (let s = 0; s < redeemable.length; s += 1) {
    redeemable[s] = 0;
    barred[s] = 0;
  }
  return Object.assign(column, NOTHING_SET, { currencyCode });
}

const NOTHING_PAID = new Float64Array(0);
const NOTHING_SET = {
  num: 0,
  den: 0,
  minPoints: 0,
  maxPoints: 0,
  stepPoints: 1,
  redeemedPoints: 0,
  redeemedKopecks: 0,
  kopecksByLine: NOTHING_PAID,
  pointsByLine: NOTHING_PAID,
  redeemablePointsMax: 0,
} as const satisfies Partial<RedemptionColumn>;
