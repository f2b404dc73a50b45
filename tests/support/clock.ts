import type { Clock } from '#platform/clock.ts';
import { type Instant, instant, parseInstant } from '#shared/time.ts';

/** A clock that stands still until it is moved. */
export type FakeClock = Clock & {
  readonly advance: (ms: number) => void;
  readonly set: (rfc3339: string) => void;
};

/** A clock that stands at `rfc3339`, by default noon in Moscow on 2 March 2026, a Monday. */
export function aClock(rfc3339 = '2026-03-02T09:00:00Z'): FakeClock {
  let now = read(rfc3339);
  return {
    now: () => now,
    advance: (ms) => {
      now = instant(now + ms);
    },
    set: (moment) => {
      now = read(moment);
    },
  };
}

function read(rfc3339: string): Instant {
  const moment = parseInstant(rfc3339);
  if (moment === undefined) throw new Error(`not a moment: ${rfc3339}`);
  return moment;
}
