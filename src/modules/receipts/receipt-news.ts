import type { DeliveredEvent } from '#platform/outbox/index.ts';
import type { ReceiptNews } from './read-feed.ts';

/** An outbox event in the feed's words; nothing when it is not about a receipt. */
export function receiptNewsOf({ topic, bucket, payload }: DeliveredEvent): ReceiptNews[] {
  const receiptId = payload['receiptId'];
  if (!topic.startsWith('receipt.') || typeof receiptId !== 'string') return [];
  return [{ topic, bucket, receiptId }];
}
