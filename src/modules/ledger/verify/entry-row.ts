import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import type { Entry, EntryKind, LotShare } from '../core/index.ts';
import { ENTRY_FIELDS, FIELD_END } from '../sql/verify-rows.ts';
import { momentOf } from './parse-text.ts';

/** An entry as it was read, and whether the row can be one of ours at all. */
export type ReadEntry = {
  readonly entry: Entry;
  readonly prevHash: string;
  readonly hash: string;
  /** Every number is a safe integer, every moment a whole millisecond, the bucket is the member's. */
  readonly isExact: boolean;
};

const FIELDS = ENTRY_FIELDS.length;

/** Reads a line of readEntryLines without ever throwing: what cannot be read is told by `isExact`. */
export function entryFromLine(line: string): ReadEntry {
  const all = line.split(FIELD_END);
  const memo = all.length === FIELDS ? all[FIELDS - 1] : all.slice(FIELDS - 1).join(FIELD_END);
  const [bucket, memberId, currencyCode = '', seq, postedAt = '', occurredAt = ''] = all;
  const entry: Entry = {
    // As the row says: an intruder's number may be beyond what an id or a moment can be.
    account: { bucket: Number(bucket), memberId: Number(memberId) as MemberId, currencyCode },
    seq: Number(seq),
    postedAt: momentFrom(postedAt) as Instant,
    occurredAt: momentFrom(occurredAt) as Instant,
    operationId: all[6] ?? '',
    receiptId: all[7] === '' ? null : (all[7] ?? null),
    kind: all[8] as EntryKind,
    amount: Number(all[9]),
    heldChange: Number(all[10]),
    balanceAfter: Number(all[11]),
    debtAfter: Number(all[12]),
    contraAccount: all[13] ?? '',
    partnerCode: all[14] ?? '',
    memo: memo === undefined || memo === '' ? null : memo.slice(1),
    lotTerms: all[19] === '' ? null : (all[19] ?? null),
    lots: sharesFromText(all[15] ?? '', all[16] ?? ''),
  };
  return { entry, prevHash: all[17] ?? '', hash: all[18] ?? '', isExact: isExactEntry(entry) };
}

/** Shares of lots from two arrays as PostgreSQL writes them; an odd one out has no number. */
export function sharesFromText(ids: string, amounts: string): readonly LotShare[] {
  if (ids.length === ONE_ID && !amounts.includes(',')) {
    return [{ id: ids.slice(1, -1), amount: Number(amounts.slice(1, -1)) }];
  }
  if (ids === '{}' && amounts === '{}') return [];
  const numbers = amounts.slice(1, -1).split(',');
  const names = ids.slice(1, -1).split(',');
  const length = Math.max(names.length, numbers.length);
  return Array.from({ length }, (_, place) => ({
    id: names[place] ?? '',
    amount: Number(numbers[place] ?? 'none'),
  }));
}

/** The length of an array of one uuid. */
const ONE_ID = 38;

function isExactEntry(entry: Entry): boolean {
  const { account, lots } = entry;
  return (
    Number.isSafeInteger(account.memberId) &&
    account.bucket === bucketOf(account.memberId) &&
    Number.isSafeInteger(entry.seq) &&
    Number.isSafeInteger(entry.postedAt) &&
    Number.isSafeInteger(entry.occurredAt) &&
    Number.isSafeInteger(entry.amount) &&
    Number.isSafeInteger(entry.heldChange) &&
    Number.isSafeInteger(entry.balanceAfter) &&
    Number.isSafeInteger(entry.debtAfter) &&
    lots.every((lot) => Number.isSafeInteger(lot.amount))
  );
}

// The entries of a batch have one moment, and a receipt's moment is often the same: the last is kept.
let lastRead: { readonly text: string; readonly moment: number } = { text: '', moment: Number.NaN };

function momentFrom(text: string): number {
  if (text !== lastRead.text) lastRead = { text, moment: momentOf(text) ?? Number.NaN };
  return lastRead.moment;
}
