import { assert } from '#shared/assert.ts';

/** A stream of repeatable numbers: the same seed gives the same stream on every machine. */
export type Random = {
  /** An integer, 0 ≤ n < `below`; `below` is 1 … 2³². */
  readonly int: (below: number) => number;
  /** True in `percent` cases of 100 on average; 0 … 100, fractions allowed. */
  readonly chance: (percent: number) => boolean;
  /** One item of a list that is not empty. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** The place of one weight, in proportion to the weights; at least one is above zero. */
  readonly weighted: (weights: readonly number[]) => number;
  /** `count` bytes. */
  readonly bytes: (count: number) => Uint8Array;
};

/**
 * Opens the stream of `seed` (sfc32, a 128-bit generator of 32-bit words; not for secrets).
 * @param seed any text; texts that differ give unrelated streams
 */
export function randomOf(seed: string): Random {
  const word = sfc32(seed);
  const int = (below: number): number => {
    assert(Number.isInteger(below) && below >= 1 && below <= 2 ** 32, `below: ${below}`);
    return Math.floor((word() / 2 ** 32) * below);
  };
  const weighted = (weights: readonly number[]): number => {
    const sum = weights.reduce((a, b) => a + b, 0);
    assert(sum > 0, 'weights must not all be zero');
    let left = (word() / 2 ** 32) * sum;
    for (const [place, weight] of weights.entries()) {
      left -= weight;
      if (left < 0) return place;
    }
    return weights.length - 1;
  };
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(items.length)];
    assert(item !== undefined, 'nothing to pick from');
    return item;
  };
  return {
    int,
    pick,
    weighted,
    chance: (percent) => (word() / 2 ** 32) * 100 < percent,
    bytes: (count) => Uint8Array.from({ length: count }, () => int(256)),
  };
}

/** Chris Doty-Humphrey's small fast counter, seeded through FNV-1a; twelve rounds mix the seed in. */
function sfc32(seed: string): () => number {
  let a = fnv1a(`a:${seed}`);
  let b = fnv1a(`b:${seed}`);
  let c = fnv1a(`c:${seed}`);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash | 0;
}
