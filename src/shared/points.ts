import { broken } from './assert.ts';

/** Points in the smallest unit of their currency; always a safe integer. */
export type Points = number & { readonly __unit: 'points' };

/**
 * Brands an integer as points.
 * @param n safe integer, may be negative (a movement out)
 * @throws Error when `n` is not a safe integer
 */
export function points(n: number): Points {
  if (!Number.isSafeInteger(n)) broken(`points must be a safe integer, got ${n}`);
  // As a small integer it needs no box; most amounts come out of arrays of doubles.
  const small = n | 0;
  return (small === n ? small : n) as Points;
}

/** Nothing, in points. */
export const NO_POINTS = points(0);
