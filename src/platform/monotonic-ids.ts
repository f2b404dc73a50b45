import { uuidv7 } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import type { RandomBytes } from './random.ts';

const COUNTER_MAX = 0xfff;

/**
 * Makes UUIDv7 that rise within one process even inside a millisecond: the twelve bits after the time
 * count up (RFC 9562, section 6.2, method 1). Events of one receipt keep their order by it.
 */
export function monotonicIds(random: RandomBytes): (now: Instant, bucket: number) => string {
  let lastMs = -1;
  let counter = 0;
  return (now, bucket) => {
    counter = now === lastMs ? Math.min(counter + 1, COUNTER_MAX) : 0;
    lastMs = now;
    const bytes = Uint8Array.from(random(10));
    bytes[0] = counter >> 8;
    bytes[1] = counter & 0xff;
    return uuidv7(now, bytes, bucket);
  };
}
