import {
  type MeterReader,
  type MeterRows,
  type Meters,
  meterQuery,
  meterReader,
  openMeters,
  type Refilling,
  refillMeters,
} from '#modules/promotions/index.ts';
import type { Session } from '#platform/db/index.ts';
import { Fault } from '#platform/fault.ts';
import { present } from '#shared/assert.ts';
import { bucketOf } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import type { WriterDeps } from './accept-receipt.ts';
import { askingOf, groupsIn } from './asking.ts';
import type { Batch } from './confirm-batch.ts';
import type { ConfirmItem } from './confirm-item.ts';
import { type Answered, failed, type Outcome } from './outcome.ts';

/** A batch as it was decided. */
export type Attempt = {
  readonly batch: Batch;
  readonly outcomes: Outcome<Answered>[];
};

/** How a batch gets at what promotions have counted: uses of limits, counters, history. */
export type Counting = {
  /** Reads it, in the round trip that reads everything else. */
  readonly reader: MeterReader;
  /**
   * Decides the batch and adds what is counted now to its record. When a limit that many share was short,
   * its lane is given more and the batch is decided again.
   * @throws Fault overloaded
   */
  settle(
    session: Session,
    read: { readonly rows: MeterRows; readonly now: Instant },
    decide: (meters: Meters) => Attempt,
  ): Promise<Attempt>;
};

/** Each refill either settles a limit for good or meets a return that gave something back meanwhile. */
const REFILLS_MAX = 50;

/** @param items of one lane */
export function openCounting(deps: WriterDeps, items: readonly ConfirmItem[]): Counting {
  const { owner } = present(items[0], 'a batch has an item');
  const query = meterQuery(items.map(askingOf));
  const lane = deps.laneOf(bucketOf(owner));
  return {
    reader: meterReader(query, lane),
    async settle(session, { rows, now }, decide) {
      const how = { db: deps.db, lane, newId: () => deps.newId(now, owner) };
      const refilling: Refilling = { whole: new Set(), draws: new Map() };
      let counted = rows;
      for (let tries = 0; tries < REFILLS_MAX; tries += 1) {
        const { whole } = refilling;
        const meters = openMeters(query, counted, { groupCodesOf: groupsIn(deps), whole });
        const attempt = decide(meters);
        const { shortages } = meters;
        if (shortages.length === 0) {
          attempt.batch.record.counted.push(...meters.statements(how));
          return attempt;
        }
        const fresh = await refillMeters(session, how, { query, shortages, refilling });
        counted = { ...counted, ...fresh };
      }
      throw new Fault('overloaded', 'shared limits are fought over');
    },
  };
}

/** Of an item that a shared limit was short for; never answered: its batch is decided again. */
export function shortOfLimit(): Outcome<Answered> {
  return failed(new Fault('overloaded', 'a shared limit was short'));
}
