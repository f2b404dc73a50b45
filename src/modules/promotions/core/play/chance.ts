import type { Basket } from '../basket/basket.ts';

/** Draws are taken from so many lots at most. */
export const LOTS_MAX = 2 ** 20;

/**
 * A number that looks random but is fixed by its seed, so that calculate, confirm and a replay draw
 * the same lot: FNV-1a over the seed's UTF-16 units, then the finaliser of MurmurHash3.
 * @param seed any string; see {@link drawSeed}
 * @param lots 1 … 2²⁰
 * @returns    integer 0 … lots − 1, evenly spread
 */
export function drawOf(seed: string, lots: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash = (hash ^ (hash >>> 16)) >>> 0;
  // Below 2⁵² for any number of lots, so exact.
  return Math.floor((hash * lots) / 0x1_0000_0000);
}

/**
 * The seed of a draw of this decision.
 * @param tail what tells several draws of one promotion apart: '' for the first chance, `|1` …, `|prize|0`
 */
export function drawSeed(basket: Basket, promotionCode: string, tail: string): string {
  const path = basket.path === '' ? '' : `|${basket.path}`;
  return `${basket.facts.receiptId}|${promotionCode}${tail}${path}`;
}
