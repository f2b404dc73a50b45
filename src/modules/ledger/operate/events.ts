import type { OutboxEvent } from '#platform/outbox/index.ts';
import { bucketOf } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import type { OperationItem } from './item.ts';

/** Operations that the rest of the house wants to hear of. What a till does is told by its receipt. */
const TOPICS: Readonly<Record<string, string>> = {
  credit: 'points.credited',
  debit: 'points.debited',
  purchase: 'points.bought',
  'transfer-in': 'points.received',
  'transfer-back': 'points.returned',
  exchange: 'points.exchanged',
  activate: 'points.activated',
  reactivate: 'points.reactivated',
  extend: 'points.extended',
  expire: 'points.expired',
  'merge-in': 'members.merged',
  'unmerge-in': 'members.unmerged',
};

/** The event of an operation; null = nobody is told. */
export function eventOf(item: OperationItem, now: Instant, id: () => string): OutboxEvent | null {
  const topic = TOPICS[item.kind];
  if (topic === undefined) return null;
  return {
    bucket: bucketOf(item.memberId),
    id: id(),
    topic,
    payload: { operationId: item.operationId, memberId: item.memberId },
    recordedAt: now,
  };
}
