import { mulDivFloor } from '#shared/ratio.ts';

/** A share of points in basis points, rounded down: in the member's favour where it is a fee. */
export function feeShare(points: number, basisPoints: number): number {
  return mulDivFloor(points, basisPoints, 10_000);
}
