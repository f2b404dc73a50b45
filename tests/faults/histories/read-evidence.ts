import { type Session, type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { AccountRead, Evidence, LedgerCall, StoredEntry, StoredOperation } from './record.ts';

/** What the database has after a history: entries and operations of its members, all of them. */
export async function readEvidence(
  db: Session,
  memberIds: readonly MemberId[],
  told: {
    readonly calls: readonly LedgerCall[];
    readonly reads: readonly AccountRead[];
    /** When the history began, epoch milliseconds. */
    readonly since: number;
  },
): Promise<Evidence> {
  const [entries, operations] = await db.pipeline([
    readEntries(memberIds),
    readOperations([...new Set(memberIds.map(bucketOf))], told.since),
  ] as const);
  return {
    calls: told.calls,
    reads: told.reads,
    entries: entries.map(({ lotIds, lotAmounts, ...entry }) => ({
      ...entry,
      lots: lotIds.map((id, place) => ({ id, amount: lotAmounts[place] ?? 0 })),
    })),
    operations,
  };
}

type EntryRow = Omit<StoredEntry, 'lots'> & {
  readonly lotIds: readonly string[];
  readonly lotAmounts: readonly number[];
};

const readEntries = (memberIds: readonly MemberId[]): Statement<EntryRow> => sql<EntryRow>`
  select e.member_id as "memberId", e.currency_code as "currencyCode", e.seq,
    e.operation_id as "operationId", e.kind, e.amount, e.held_change as "heldChange",
    e.balance_after as "balanceAfter", e.debt_after as "debtAfter", e.posted_at as "postedAt",
    e.lot_ids as "lotIds", e.lot_amounts as "lotAmounts"
  from ledger.entry e
  where (e.bucket, e.member_id) in (
    select * from unnest(${memberIds.map(bucketOf)}::int[], ${memberIds}::bigint[]))
  order by e.bucket, e.member_id, e.currency_code, e.seq`;

/** Since the history began its buckets were its own: everything in them was asked for by it. */
const readOperations = (
  buckets: readonly number[],
  since: number,
): Statement<StoredOperation> => sql<StoredOperation>`
  select o.id, o.kind, o.answer, o.recorded_at as "recordedAt"
  from platform.operation o
  where o.kind <> 'registration' and o.bucket = any(${buckets}::int[]) and o.recorded_at >= ${new Date(since).toISOString()}
  order by o.recorded_at, o.id`;
