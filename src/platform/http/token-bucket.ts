/** How fast a bucket fills (tokens per second) and how many it holds. */
export type BucketSize = { readonly perSecond: number; readonly burst: number };

type Level = { tokens: number; at: number };

/**
 * Token buckets in memory, one per key and size. Written here because the limits are "so many a second, so
 * many at once": a fixed window lets twice as many through at its edge.
 */
export function tokenBuckets(sizes: readonly BucketSize[]) {
  const levels = new Map<string, Level[]>();
  /** Fills the key's buckets up to now. @returns seconds until each holds a token; 0 = it does */
  const refill = (key: string, now: number): number => {
    const known = levels.get(key) ?? sizes.map((size) => ({ tokens: size.burst, at: now }));
    levels.set(key, known);
    let wait = 0;
    for (const [place, size] of sizes.entries()) {
      const level = known[place];
      if (level === undefined) continue;
      level.tokens = Math.min(size.burst, level.tokens + (now - level.at) * size.perSecond);
      level.at = now;
      if (level.tokens < 1) wait = Math.max(wait, (1 - level.tokens) / size.perSecond);
    }
    return wait;
  };
  return {
    /**
     * Seconds until a token is to be had; 0 = there is one. Takes nothing.
     * @param now seconds of any clock that never goes back
     */
    wait: refill,
    /**
     * Takes one token from every size of the key's buckets, or none.
     * @returns seconds to wait; 0 = taken
     */
    take(key: string, now: number): number {
      const wait = refill(key, now);
      if (wait > 0) return wait;
      for (const level of levels.get(key) ?? []) level.tokens -= 1;
      return 0;
    },
  };
}
