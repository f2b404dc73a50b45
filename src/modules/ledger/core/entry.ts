import type { Instant } from '#shared/time.ts';
import type { Account } from './account.ts';

export type EntryKind = 'accrual' | 'redemption' | 'accrual-reversal' | 'redemption-reversal';

/** One movement, double entry: the member's account against the contra account named in it. */
export type Entry = {
  readonly account: Pick<Account, 'bucket' | 'memberId' | 'currencyCode'>;
  readonly seq: number;
  readonly postedAt: Instant;
  readonly occurredAt: Instant;
  readonly operationId: string;
  readonly receiptId: string;
  readonly kind: EntryKind;
  /** Positive: to the member; negative: from the member; never 0. */
  readonly amount: number;
  readonly balanceAfter: number;
  readonly debtAfter: number;
  readonly contraAccount: string;
  readonly partnerCode: string;
  /** Lots that the movement touched and by how much (positive: into the lot). */
  readonly lots: readonly { readonly id: string; readonly amount: number }[];
};

/** An entry with its place in the account's hash chain, both hashes in hex. */
export type SealedEntry = Entry & { readonly prevHash: string; readonly hash: string };

/**
 * The bytes that the chain hashes: fields in fixed order, each behind its length, so that no two
 * different entries have the same bytes. Changing this breaks every stored hash.
 */
export function canonicalEntry(entry: Entry, prevHash: string): string {
  const fields = [
    prevHash,
    entry.account.memberId,
    entry.account.currencyCode,
    entry.seq,
    entry.postedAt,
    entry.occurredAt,
    entry.operationId,
    entry.receiptId,
    entry.kind,
    entry.amount,
    entry.balanceAfter,
    entry.debtAfter,
    entry.contraAccount,
    entry.partnerCode,
    ...entry.lots.flatMap((lot) => [lot.id, lot.amount]),
  ];
  return fields.map((field) => `${String(field).length}:${field}`).join('');
}
