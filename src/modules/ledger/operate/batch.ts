import type { Statement } from '#platform/db/index.ts';
import type { Operation as OperationRow } from '#platform/operation.ts';
import type { OutboxEvent } from '#platform/outbox/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import {
  accountOf,
  type Book,
  type EarlierEntry,
  type Entry,
  needsLots,
  openBook,
  spendable,
  type Transit,
} from '../core/index.ts';
import { openBooks } from '../open-books.ts';
import type { EarlierRow, EarlierWanted } from '../sql/read-earlier-entries.ts';
import { transitFromRow } from '../sql/transits.ts';
import type { OperationItem } from './item.ts';
import type { BatchRows } from './load-books.ts';
import type { Planned, Wants } from './wants.ts';

/** The state of a batch while its operations are decided one after another. */
export type Batch = {
  readonly now: Instant;
  /** Operations that are there: stored before, or decided earlier in this batch. */
  readonly stored: Map<string, { readonly requestHash: Buffer; readonly answer: string }>;
  readonly transits: Map<string, Transit>;
  readonly record: BatchRecord;
  bookOf(memberId: MemberId): Book;
  /** Entries of the past that the operation asked for, those of this batch too. */
  earlierOf(planned: Planned): readonly EarlierEntry[];
};

/** What a batch writes. */
export type BatchRecord = {
  readonly books: readonly Book[];
  readonly operations: OperationRow[];
  readonly transits: Map<string, Transit>;
  /** Which of them were there before the batch. */
  readonly storedTransitIds: ReadonlySet<string>;
  readonly events: OutboxEvent[];
  readonly alongside: Statement[];
};

/** Opens a batch over what was read under the locks. */
export function openBatch(
  wants: Wants,
  rows: BatchRows,
  { now, horizon }: { readonly now: Instant; readonly horizon: Instant },
): Batch {
  const lotOwners = new Set(wants.lotOwners);
  const books = openBooks(wants.owners, rows, {
    now,
    hasLots: (account) => lotOwners.has(account.memberId) || needsLots(account, horizon),
  });
  const earlierRows = Map.groupBy(rows.earlier, (row) => askKey(row.member_id, row.asked_by));
  // Who is not worked on has nothing read, and nothing posted.
  const bookOf = (memberId: MemberId) =>
    books.get(memberId) ?? openBook({ bucket: bucketOf(memberId), memberId });
  return {
    now,
    stored: new Map(
      rows.operations.map((row) => [row.id, { requestHash: row.request_hash, answer: row.answer }]),
    ),
    transits: new Map(rows.transits.map((row) => [row.id, transitFromRow(row)])),
    record: {
      books: [...books.values()],
      operations: [],
      transits: new Map(),
      storedTransitIds: new Set(rows.transits.map((row) => row.id)),
      events: [],
      alongside: [],
    },
    bookOf,
    earlierOf: ({ item, earlier }) => [
      ...(earlierRows.get(askKey(item.memberId, item.operationId)) ?? []).map(earlierFromRow),
      ...bookOf(item.memberId)
        .entries.filter((entry) => earlier.some((wanted) => isWanted(entry, wanted)))
        .map(earlierFromEntry),
    ],
  };
}

/** Two members may come with one operation id: each has a past of their own. */
function askKey(memberId: MemberId, operationId: string): string {
  return `${memberId} ${operationId}`;
}

/** The accounts that an operation moved, as they stand after it, by currency code. */
export function movedAccounts(book: Book, entriesBefore: number) {
  const moved = book.entries.slice(entriesBefore);
  const codes = new Set(moved.map((entry) => entry.account.currencyCode));
  return [...codes].sort().map((currencyCode) => {
    const account = accountOf(book, currencyCode);
    return {
      currencyCode,
      seq: account.seq,
      balancePoints: account.balance - account.debt,
      spendablePoints: spendable(account),
      heldPoints: account.held,
      debtPoints: account.debt,
    };
  });
}

/** The operation as it is kept. */
export function operationRow(item: OperationItem, answer: string, now: Instant): OperationRow {
  return {
    bucket: bucketOf(item.memberId),
    id: item.operationId,
    kind: item.kind,
    terminalId: item.actorId,
    requestHash: item.requestHash,
    answer,
    recordedAt: now,
  };
}

/** The same choice that readEarlierEntries makes, over entries that are not in the database yet. */
function isWanted(entry: Entry, wanted: EarlierWanted): boolean {
  if (entry.postedAt < wanted.since) return false;
  if (wanted.kinds.includes(entry.kind)) return true;
  return (
    wanted.operationId !== null &&
    (entry.operationId === wanted.operationId || entry.memo === wanted.operationId)
  );
}

function earlierFromEntry(entry: Entry): EarlierEntry {
  return { ...entry, currencyCode: entry.account.currencyCode };
}

function earlierFromRow(row: EarlierRow): EarlierEntry {
  return {
    kind: row.kind,
    amount: row.amount,
    postedAt: row.posted_at,
    operationId: row.operation_id,
    memo: row.memo,
    currencyCode: row.currency_code,
    lots: row.lot_ids.map((id, place) => ({ id, amount: row.lot_amounts[place] ?? 0 })),
  };
}
