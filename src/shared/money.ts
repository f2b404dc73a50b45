import { broken } from './assert.ts';

/** Money in kopecks, the smallest unit; always a safe integer. */
export type Kopecks = number & { readonly __unit: 'kopecks' };

/**
 * Brands an integer as kopecks.
 * @param n safe integer, may be negative (a correction)
 * @throws Error when `n` is not a safe integer
 */
export function kopecks(n: number): Kopecks {
  if (!Number.isSafeInteger(n)) broken(`kopecks must be a safe integer, got ${n}`);
  // As a small integer it needs no box; most amounts come out of arrays of doubles.
  const small = n | 0;
  return (small === n ? small : n) as Kopecks;
}

/** Nothing, in kopecks. */
export const NO_MONEY = kopecks(0);
