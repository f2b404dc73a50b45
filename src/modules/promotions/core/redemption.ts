import { allocate } from '#shared/allocate.ts';
import { mulDivFloor, type Ratio } from '#shared/ratio.ts';
import { type OpenBasket, sum } from './basket.ts';
import { pointsAt } from './earning.ts';

/** How the receipt is paid with points; arrays have one place per line. */
export type Redemption = {
  /** The most that could have been spent: what rules allow, within what the member has. */
  readonly pointsMax: number;
  readonly points: number;
  readonly kopecksByLine: readonly number[];
  readonly pointsByLine: readonly number[];
};

/**
 * Pays with points: as many as asked for, within what rules allow and what is available. The money is
 * spread over the lines by what points may pay for on each; no point is taken that pays for nothing.
 */
export function redeem(basket: OpenBasket): Redemption {
  const { requestedPoints, availablePoints, kopecksPerPoint } = basket.facts.redemption;
  const allowed = sum(basket.redeemableKopecks);
  if (allowed === 0 || basket.facts.member === null || kopecksPerPoint.num === 0) {
    return nothing(basket);
  }
  const pointsMax = Math.min(availablePoints, mostUseful(allowed, kopecksPerPoint));
  const wanted = Math.min(requestedPoints, pointsMax);
  const kopecks = valueOf(wanted, kopecksPerPoint);
  if (kopecks === 0) return { ...nothing(basket), pointsMax };
  const points = fewestPoints(kopecks, kopecksPerPoint);
  const kopecksByLine = allocate(kopecks, basket.redeemableKopecks);
  kopecksByLine.forEach((paid, i) => {
    basket.payableKopecks[i] = (basket.payableKopecks[i] ?? 0) - paid;
  });
  return { pointsMax, points, kopecksByLine, pointsByLine: allocate(points, kopecksByLine) };
}

function nothing(basket: OpenBasket): Redemption {
  const zeros = basket.lines.map(() => 0);
  return { pointsMax: 0, points: 0, kopecksByLine: zeros, pointsByLine: zeros };
}

/** The fewest points that pay for as much of the sum as points can. */
function mostUseful(kopecks: number, price: Ratio): number {
  const floor = pointsAt({ num: price.den, den: price.num }, kopecks);
  const next = valueOf(floor + 1, price);
  return fewestPoints(next <= kopecks ? next : valueOf(floor, price), price);
}

/** The fewest points whose value is exactly `kopecks`, which some number of points is known to have. */
function fewestPoints(kopecks: number, price: Ratio): number {
  const floor = pointsAt({ num: price.den, den: price.num }, kopecks);
  return valueOf(floor, price) < kopecks ? floor + 1 : floor;
}

function valueOf(points: number, { num, den }: Ratio): number {
  return mulDivFloor(points, num, den);
}
