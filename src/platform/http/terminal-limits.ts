import { Refusal } from '#shared/refusal.ts';
import { refuse } from './refusals.ts';
import { type BucketSize, tokenBuckets } from './token-bucket.ts';

const DAY = 86_400;

/**
 * Refusals that tell a stranger's card or phone from a member's. They count as look-ups wherever they come
 * from, and a till that has used them up is not answered at all: otherwise any route with a buyer would be
 * a way to walk through the phones of a city.
 */
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

export type LimitName = keyof typeof LIMITS;

/** The limits of this server's terminals, in memory. */
export type TerminalLimiter = {
  /** @throws Refusal rate-limited */
  admit(terminalId: string, limit: LimitName): void;
  /** Runs a story; a refusal that tells who is no member costs a look-up. */
  counting<T>(terminalId: string, story: () => Promise<T>): Promise<T>;
};

/** @param factor 1 = the limits as they stand; 2 = twice as much; Infinity = none */
export function terminalLimiter(factor: number): TerminalLimiter {
  if (factor === Number.POSITIVE_INFINITY) {
    return { admit: () => undefined, counting: (_id, story) => story() };
  }
  const limiters = {
    receipt: tokenBuckets(widened(LIMITS.receipt, factor)),
    lookup: tokenBuckets(widened(LIMITS.lookup, factor)),
    registration: tokenBuckets(widened(LIMITS.registration, factor)),
  };
  const now = () => performance.now() / 1000;
  return {
    admit(terminalId, limit) {
      const wait =
        limiters[limit].take(terminalId, now()) || limiters.lookup.wait(terminalId, now());
      if (wait > 0)
        throw refuse('rate-limited', { details: { retryAfterSeconds: Math.ceil(wait) } });
    },
    async counting(terminalId, story) {
      try {
        return await story();
      } catch (error) {
        if (error instanceof Refusal && MISSES.has(error.code))
          limiters.lookup.take(terminalId, now());
        throw error;
      }
    },
  };
}

function widened(sizes: readonly BucketSize[], factor: number): BucketSize[] {
  return sizes.map((size) => ({ perSecond: size.perSecond * factor, burst: size.burst * factor }));
}
