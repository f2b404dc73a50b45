import { randomFillSync } from 'node:crypto';

/** Where randomness comes from; tests hand in a seeded one. */
export type RandomBytes = (count: number) => Uint8Array;

const POOL_BYTES = 8_192;
let pool = new Uint8Array(0);
let used = 0;

/**
 * The machine's own randomness: the one place of the product that asks for it. It is drawn by the page,
 * since a call for ten bytes costs as much as one for thousands; a page is never handed out twice.
 */
export const systemRandom: RandomBytes = (count) => {
  if (used + count > pool.length) {
    pool = randomFillSync(new Uint8Array(Math.max(POOL_BYTES, count)));
    used = 0;
  }
  used += count;
  return pool.subarray(used - count, used);
};
