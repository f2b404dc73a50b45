import { createHash } from 'node:crypto';
import { outboxRowsOnce } from '#platform/outbox/index.ts';
import { uuidTime, uuidv7 } from '#shared/ids.ts';
import { lotsToWake } from '../sql/due.ts';
import type { LedgerJob } from './sweep.ts';

const CHUNK = 500;

/**
 * Tells of points that have become active. Nothing moves: a lot wakes by its date alone. The event's id is
 * derived from the lot's, so that a sweep that is repeated tells nothing twice.
 */
export const wakeLots: LedgerJob = {
  name: 'wake-lots',
  async run(deps, { range, due, now }) {
    const lots = await deps.db.run(lotsToWake(range, due));
    for (let from = 0; from < lots.length; from += CHUNK) {
      const events = lots.slice(from, from + CHUNK).map((lot) => ({
        bucket: lot.bucket,
        id: wakeId(lot.id, lot.bucket),
        topic: 'points.activated',
        payload: {
          memberId: lot.member_id,
          lotId: lot.id,
          currencyCode: lot.currency_code,
          points: lot.remaining,
        },
        recordedAt: now,
      }));
      await deps.db.run(outboxRowsOnce(events));
    }
    return lots.length;
  },
};

function wakeId(lotId: string, bucket: number): string {
  const seed = createHash('sha256').update(`${lotId}|wake`).digest();
  return uuidv7(uuidTime(lotId), seed.subarray(0, 10), bucket);
}
