import { Refusal } from '#shared/refusal.ts';
import { refuse } from './refusals.ts';
import { type BucketSize, tokenBuckets } from './token-bucket.ts';

const DAY = 86_400;

/** Refusals that tell a stranger's card or phone from a member's. */
const MISSES = new Set(['unknown-card', 'unknown-phone']);

/** Per terminal: so many a second, so many at once; and so many a day. */
const LIMITS = {
  receipt: [
    { perSecond: 20, burst: 40 },
    { perSecond: 30_000 / DAY, burst: 30_000 },
  ],
  lookup: [
    { perSecond: 1, burst: 60 },
    { perSecond: 2_000 / DAY, burst: 2_000 },
  ],
  registration: [{ perSecond: 30 / 3_600, burst: 30 }],
} as const satisfies Record<string, readonly BucketSize[]>;

/** Strangers that a terminal may name, on whatever route: as many as it may look up. */
const MISS_LIMIT = LIMITS.lookup;

export type LimitName = keyof typeof LIMITS;

/** The limits of this server's terminals, in memory. */
export type TerminalLimiter = {
  /** Counts one request of a route. @throws Refusal rate-limited */
  admit(terminalId: string, limit: LimitName): void;
  /**
   * Runs the story of a request that names a buyer. Each stranger named costs a miss, and a terminal
   * without misses left is asked to wait: otherwise any route with a buyer were a way to walk through the
   * phones of a city. Purchases that name nobody do not come here and are never held up.
   * @throws Refusal rate-limited, and whatever the story throws
   */
  withBuyer<T>(terminalId: string, story: () => Promise<T>): Promise<T>;
};

/** @param factor 1 = the limits as they stand; 2 = twice as much; Infinity = none */
export function terminalLimiter(factor: number): TerminalLimiter {
  if (factor === Number.POSITIVE_INFINITY) {
    return { admit: () => undefined, withBuyer: (_id, story) => story() };
  }
  const limiters = {
    receipt: tokenBuckets(widened(LIMITS.receipt, factor)),
    lookup: tokenBuckets(widened(LIMITS.lookup, factor)),
    registration: tokenBuckets(widened(LIMITS.registration, factor)),
  };
  const misses = tokenBuckets(widened(MISS_LIMIT, factor));
  const now = () => performance.now() / 1000;
  return {
    admit: (terminalId, limit) => refuseWait(limiters[limit].take(terminalId, now())),
    async withBuyer(terminalId, story) {
      refuseWait(misses.wait(terminalId, now()));
      try {
        return await story();
      } catch (error) {
        if (error instanceof Refusal && MISSES.has(error.code)) misses.take(terminalId, now());
        throw error;
      }
    },
  };
}

function refuseWait(seconds: number): void {
  if (seconds === 0) return;
  throw refuse('rate-limited', { details: { retryAfterSeconds: Math.ceil(seconds) } });
}

function widened(sizes: readonly BucketSize[], factor: number): BucketSize[] {
  return sizes.map((size) => ({ perSecond: size.perSecond * factor, burst: size.burst * factor }));
}
