import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { EntryKind } from '../core/index.ts';
import type { LotRow } from './read-lots.ts';

export type ReceiptEntryRow = {
  readonly currency_code: string;
  readonly kind: EntryKind;
  readonly amount: number;
  readonly lot_ids: readonly string[];
  readonly lot_amounts: readonly number[];
  readonly memo: string | null;
};

/** Entries that a receipt has made so far, oldest first; `since` lets the planner skip earlier months. */
export const readReceiptEntries = (
  memberId: MemberId,
  receiptId: string,
  since: Instant,
): Statement<ReceiptEntryRow> => sql<ReceiptEntryRow>`
  select e.currency_code, e.kind, e.amount, e.lot_ids, e.lot_amounts, e.memo
  from ledger.entry e
  where e.bucket = ${bucketOf(memberId)} and e.member_id = ${memberId}
    and e.receipt_id = ${receiptId} and e.posted_at >= ${formatInstant(since)}
  order by e.currency_code, e.seq`;

/** A member's lots that hold points, and those that the receipt opened or drew from. */
export const readReceiptLots = (
  memberId: MemberId,
  receiptId: string,
  since: Instant,
): Statement<LotRow> => sql<LotRow>`
  select l.bucket, l.member_id, l.id, l.currency_code, l.amount, l.remaining, l.held,
      l.earned_at, l.active_from, l.awaits, l.expires_at, l.lifetime, l.receipt_id, l.promotion_code,
      l.partner_code, l.funder_code
  from ledger.lot l
  where l.bucket = ${bucketOf(memberId)} and l.member_id = ${memberId}
    and (l.remaining > 0 or l.receipt_id = ${receiptId} or l.id in (
      select unnest(e.lot_ids) from ledger.entry e
      where e.bucket = ${bucketOf(memberId)} and e.member_id = ${memberId}
        and e.receipt_id = ${receiptId} and e.posted_at >= ${formatInstant(since)}))`;
