import { BUCKETS } from '#shared/ids.ts';
import { type LaneSettings, type LaneWork, openLane, type Waiting } from './lane.ts';

/** The writers: one connection per lane, each taking whatever has gathered the moment it is free. */
export type Lanes = {
  /** Hands in one item; settles when it is durable or refused. */
  submit<I, R>(work: LaneWork<I, R>, bucket: number, item: I): Promise<R>;
  /** Finishes what is queued, then closes the connections. */
  close(): Promise<void>;
};

/** The lane of a bucket: lanes are equal ranges of buckets. */
export function laneOf(bucket: number, lanes: number): number {
  return Math.floor((bucket * lanes) / BUCKETS);
}

export function openLanes(settings: LaneSettings): Lanes {
  const lanes = Array.from({ length: settings.lanes }, (_, lane) => openLane(settings, lane));
  return {
    submit: <I, R>(work: LaneWork<I, R>, bucket: number, item: I) =>
      new Promise<R>((resolve, reject) => {
        const lane = lanes[laneOf(bucket, settings.lanes)];
        // The queue is one for all kinds of work; each item travels with the work that knows its type.
        lane?.push({
          work: work as unknown as Waiting['work'],
          item: item as never,
          deadline: settings.now() + settings.patienceMs,
          resolve: resolve as unknown as Waiting['resolve'],
          reject,
        });
      }),
    async close() {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}
