// Chapter 14.2, in 32 bits by hand.

const BITS = 2n ** 32n;

/** An integer 0 … lots − 1 that the seed decides. */
export function draw(seed: string, lots: bigint): bigint {
  return (hash(seed) * lots) / BITS;
}

function hash(seed: string): bigint {
  let h = 0x811c9dc5n;
  for (let i = 0; i < seed.length; i += 1) {
    h = ((h ^ BigInt(seed.charCodeAt(i))) * 0x01000193n) % BITS;
  }
  h ^= h >> 16n;
  h = (h * 0x85ebca6bn) % BITS;
  h ^= h >> 13n;
  h = (h * 0xc2b2ae35n) % BITS;
  return h ^ (h >> 16n);
}

/** `receiptId|promotionCode`, then what kind of draw it is, then the path of a sub-event. */
export function seedOf(parts: readonly string[], path: string): string {
  return (path === '' ? parts : [...parts, path]).join('|');
}
