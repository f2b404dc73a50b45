import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { refuse } from './refusals.ts';

/** Counts attempts to log in; in memory, so a restart forgives. */
export type Attempts = {
  /** @throws Refusal `too-many-attempts` with details.retryAfterSeconds */
  readonly begin: (login: string, address: string) => Promise<void>;
  /** The password was right: none of it counts. */
  readonly forget: (login: string, address: string) => Promise<void>;
};

const TRIES_PER_LOGIN = 5;
const LOGIN_WINDOW_S = 600;
const TRIES_PER_ADDRESS = 50;
const ADDRESS_WINDOW_S = 3_600;

/**
 * 5 tries in 10 minutes for a log-in (known or not), 50 an hour from one address.
 * @param widening how many times more are allowed; 0: any number
 */
export function attemptsInMemory(widening: number): Attempts {
  if (widening === 0) return UNLIMITED;
  const byLogin = new RateLimiterMemory({
    points: TRIES_PER_LOGIN * widening,
    duration: LOGIN_WINDOW_S,
  });
  const byAddress = new RateLimiterMemory({
    points: TRIES_PER_ADDRESS * widening,
    duration: ADDRESS_WINDOW_S,
  });
  return {
    async begin(login, address) {
      await consume(byLogin, login);
      await consume(byAddress, address);
    },
    async forget(login, address) {
      await byLogin.delete(login);
      await byAddress.reward(address);
    },
  };
}

const UNLIMITED: Attempts = { begin: async () => {}, forget: async () => {} };

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfterSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refuse('too-many-attempts', { details: { retryAfterSeconds } });
  }
}
