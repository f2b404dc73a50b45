import { type Instant, instant } from '#shared/time.ts';

/** Where the time comes from. Stories take a clock, cores take an `Instant`. */
export type Clock = { readonly now: () => Instant };

/** The clock of the machine: the one place of the product that reads it. */
export const systemClock: Clock = { now: () => instant(Date.now()) };
