import type { Statement } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';

/** One operation on one member's accounts, as it waits for its lane. */
export type OperationItem = {
  /** UUIDv7; the same id with the same hash gets the stored answer. */
  readonly operationId: string;
  readonly memberId: MemberId;
  /** Of core/operations. */
  readonly kind: string;
  /** Valid against the operation's params. */
  readonly params: unknown;
  readonly occurredAt: Instant;
  /** null: the operation belongs to no receipt. */
  readonly receiptId: string | null;
  readonly partnerCode: string;
  /** Where days and months are counted. */
  readonly zone: string;
  /** The terminal, person or job that asks; a UUID. */
  readonly actorId: string;
  /** SHA-256 of what was asked. */
  readonly requestHash: Buffer;
  /** What is to be written in the operation's own transaction, once: when it is new and not refused. */
  readonly alongside?: readonly Statement[];
};
