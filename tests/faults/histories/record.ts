/** What a client knows about one sending: done, refused, or no answer that says which. */
export type Outcome = 'ok' | 'fail' | 'unknown';

/** One sending of an operation. Several may be in flight at once, through several desks. */
export type Attempt = {
  readonly invokedAt: number;
  /** Infinity while there is no answer. */
  returnedAt: number;
  outcome: Outcome;
  /** The answer, byte for byte; null = none. */
  answer: string | null;
  /** Code of the refusal; null = none. */
  refusedAs: string | null;
};

/** An operation on points as its client remembers it. */
export type LedgerCall = {
  readonly operationId: string;
  readonly memberId: number;
  readonly kind: string;
  readonly params: unknown;
  readonly receiptId: string | null;
  readonly partnerCode: string;
  readonly occurredAt: number;
  readonly zone: string;
  readonly attempts: Attempt[];
};

/** Somebody looked at an account without a lock. */
export type AccountRead = {
  readonly memberId: number;
  readonly currencyCode: string;
  readonly seq: number;
  readonly balancePoints: number;
  readonly invokedAt: number;
  readonly returnedAt: number;
};

/** One line of an answer's `accounts`. */
export type ToldAccount = {
  readonly currencyCode: string;
  readonly seq: number;
  readonly balancePoints: number;
  readonly spendablePoints: number;
  readonly heldPoints: number;
  readonly debtPoints: number;
};

/** An entry as the database has it, as far as the checkers look. */
export type StoredEntry = {
  readonly memberId: number;
  readonly currencyCode: string;
  readonly seq: number;
  readonly operationId: string;
  readonly kind: string;
  readonly amount: number;
  readonly heldChange: number;
  readonly balanceAfter: number;
  readonly debtAfter: number;
  readonly postedAt: number;
  readonly lots: readonly { readonly id: string; readonly amount: number }[];
};

/** An operation as the database has it; those that a desk made by itself (legs of a transfer) too. */
export type StoredOperation = {
  readonly id: string;
  readonly kind: string;
  readonly answer: string;
  readonly recordedAt: number;
};

/** A history and what stands in the database after it. */
export type Evidence = {
  readonly calls: readonly LedgerCall[];
  readonly reads: readonly AccountRead[];
  readonly entries: readonly StoredEntry[];
  readonly operations: readonly StoredOperation[];
};

/** When the operation was first sent. */
export function invokedAt(call: LedgerCall): number {
  return Math.min(...call.attempts.map((attempt) => attempt.invokedAt));
}

/** When it was first known to be done; Infinity = never. */
export function doneAt(call: LedgerCall): number {
  return Math.min(Number.POSITIVE_INFINITY, ...okOf(call).map((attempt) => attempt.returnedAt));
}

/** Sendings that were answered. */
export function okOf(call: LedgerCall): readonly Attempt[] {
  return call.attempts.filter((attempt) => attempt.outcome === 'ok');
}

/** The accounts of an answer; empty when it moved none. */
export function toldAccounts(answer: string | null): readonly ToldAccount[] {
  const read: { accounts?: readonly ToldAccount[] } = JSON.parse(answer ?? '{}');
  return read.accounts ?? [];
}

/** Member and currency in one word. */
export function accountKey(at: {
  readonly memberId: number;
  readonly currencyCode: string;
}): string {
  return `${at.memberId} ${at.currencyCode}`;
}

/** The transit that an answer speaks of; null = none. */
export function transitIdOf(answer: string): string | null {
  const read: { result?: { transitId?: string } } = JSON.parse(answer);
  return read.result?.transitId ?? null;
}
