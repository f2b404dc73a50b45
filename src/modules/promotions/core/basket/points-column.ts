/** Points of one currency on every slice; arrays go with the slices. */
export type PointsColumn = {
  currencyCode: string;
  /** Earned in the first half of phase 8. */
  earned: Float64Array;
  /** All so far. */
  all: Float64Array;
  /** All, as it was when the group now playing began. */
  base: Float64Array;
  /** The sum of `all`. */
  total: number;
  /** Taken from the member's balance. */
  debited: number;
};

/** Where columns stand, and those of earlier receipts that can be used again. */
type PointsColumns = {
  readonly points: PointsColumn[];
  readonly sparePoints: PointsColumn[];
  readonly slices: { readonly capacity: number };
};

/** The column of a currency; made when there is none yet. */
export function pointsColumn(columns: PointsColumns, currencyCode: string): PointsColumn {
  const { points, sparePoints, slices } = columns;
  for (let i = 0; i < points.length; i += 1) {
    const column = points[i];
    if (column?.currencyCode === currencyCode) return column;
  }
  const spare = sparePoints.pop();
  const isRoomy = spare !== undefined && spare.all.length >= slices.capacity;
  const column = isRoomy ? emptied(spare, currencyCode) : newColumn(slices.capacity, currencyCode);
  points.push(column);
  return column;
}

/** Takes all columns away, to be used again. */
export function dropPoints({ points, sparePoints }: PointsColumns): void {
  for (let column = points.pop(); column !== undefined; column = points.pop()) {
    sparePoints.push(column);
  }
}

function newColumn(size: number, currencyCode: string): PointsColumn {
  return {
    currencyCode,
    earned: new Float64Array(size),
    all: new Float64Array(size),
    base: new Float64Array(size),
    total: 0,
    debited: 0,
  };
}

function emptied(column: PointsColumn, currencyCode: string): PointsColumn {
  const { earned, all, base } = column;
  for (let s = 0; s < all.length; s += 1) {
    earned[s] = 0;
    all[s] = 0;
    base[s] = 0;
  }
  column.currencyCode = currencyCode;
  column.total = 0;
  column.debited = 0;
  return column;
}
