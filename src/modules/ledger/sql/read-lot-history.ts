import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { EntryKind } from '../core/index.ts';
import type { LotRow } from './read-lots.ts';

/** Which lot, of whom. */
export type LotKey = { readonly memberId: MemberId; readonly lotId: string };

/** One lot of a member, spent or not. */
export const readLot = ({ memberId, lotId }: LotKey): Statement<LotRow> => sql<LotRow>`
  select l.bucket, l.member_id, l.id, l.currency_code, l.amount, l.remaining, l.held,
    l.earned_at, l.active_from, l.awaits, l.expires_at, l.lifetime, l.receipt_id, l.promotion_code,
    l.partner_code, l.funder_code
  from ledger.lot l
  where l.bucket = ${bucketOf(memberId)} and l.member_id = ${memberId} and l.id = ${lotId}`;

/** Holds that ever reserved points of the lot, and how many of its points. */
export const readLotHolds = ({
  memberId,
  lotId,
}: LotKey): Statement<{ id: string; points: number }> => sql<{ id: string; points: number }>`
  select h.id, x.amount as points
  from ledger.hold h, unnest(h.lot_ids, h.lot_amounts) as x (lot_id, amount)
  where h.bucket = ${bucketOf(memberId)} and h.member_id = ${memberId} and x.lot_id = ${lotId}::uuid`;

export type LotEntryRow = {
  readonly seq: number;
  readonly posted_at: Instant;
  readonly occurred_at: Instant;
  readonly operation_id: string;
  readonly receipt_id: string | null;
  readonly kind: EntryKind;
  readonly partner_code: string;
  readonly memo: string | null;
  readonly lot_terms: string | null;
  readonly lot_ids: readonly string[];
  readonly lot_amounts: readonly number[];
};

/** What a lot's entries are looked for by besides the lot itself. */
export type LotTrail = {
  readonly currencyCode: string;
  /** Nothing of the lot was posted before. */
  readonly since: Instant;
  /** The lot was opened by then: whatever came in until this moment may have opened it. */
  readonly openedUntil: Instant;
  readonly holdIds: readonly string[];
};

/** Entries that name the lot, its holds, or changed its dates; and those that may have opened it. */
export const readLotEntries = (
  { memberId, lotId }: LotKey,
  trail: LotTrail,
): Statement<LotEntryRow> => sql<LotEntryRow>`
  select e.seq, e.posted_at, e.occurred_at, e.operation_id, e.receipt_id, e.kind, e.partner_code,
    e.memo, e.lot_terms, e.lot_ids, e.lot_amounts
  from ledger.entry e
  where e.bucket = ${bucketOf(memberId)} and e.member_id = ${memberId}
    and e.currency_code = ${trail.currencyCode} and e.posted_at >= ${formatInstant(trail.since)}
    and (${lotId}::uuid = any(e.lot_ids)
      or e.posted_at <= ${formatInstant(trail.openedUntil)}
      or e.operation_id = any(${trail.holdIds}::uuid[])
      or e.memo = any(${trail.holdIds}::text[])
      or position(${lotId}::text in e.lot_terms) > 0)
  order by e.seq`;
