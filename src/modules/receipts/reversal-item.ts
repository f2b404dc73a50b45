import type { Terminal } from '#modules/partners/core/index.ts';
import type { MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import type { ReturnedLine } from './core/plan-reversal.ts';

/** A return or a cancel that has passed every check that needs no lock. */
export type ReversalItem = {
  readonly kind: 'return' | 'cancel';
  readonly operationId: string;
  readonly terminal: Terminal;
  readonly receiptId: string;
  readonly bucket: number;
  /** Whom the till named; null when it gave the bucket only. */
  readonly owner: MemberId | null;
  /** Whether the till said whose purchase it was: card, phone, bucket, or in so many words nobody's. */
  readonly isBuyerNamed: boolean;
  readonly occurredAt: Instant;
  readonly requestHash: Buffer;
  /** What is kept of the request: nothing personal. */
  readonly request: string;
  /** Lines that come back; null = all that is left (a cancel). */
  readonly lines: readonly ReturnedLine[] | null;
};
