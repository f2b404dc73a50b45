/**
 * A number that looks random but is fixed by its seed, so that calculate, confirm and a replay draw
 * the same lot: FNV-1a over the seed's UTF-16 units, then the finaliser of MurmurHash3.
 * @param seed any string; receipt id and promotion code in the engine
 * @returns    integer 0 … 9999, evenly spread
 */
export function drawOf(seed: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash = (hash ^ (hash >>> 16)) >>> 0;
  return Math.floor((hash * 10_000) / 0x1_0000_0000);
}
