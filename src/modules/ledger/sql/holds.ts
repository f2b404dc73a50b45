import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { Hold } from '../core/index.ts';

/** A row of ledger.hold as the driver gives it. */
export type HoldRow = {
  readonly member_id: MemberId;
  readonly id: string;
  readonly currency_code: string;
  readonly amount: number;
  readonly captured: number;
  readonly state: Hold['state'];
  readonly opened_at: Instant;
  readonly lapses_at: Instant;
  readonly partner_code: string;
  readonly receipt_id: string | null;
  readonly lot_ids: readonly string[];
  readonly lot_amounts: readonly number[];
};

/** A hold and whose it is. */
export type OwnedHold = Hold & { readonly memberId: MemberId };

/** Holds by id, and besides them every open hold of the members. */
export const readHolds = (
  memberIds: readonly MemberId[],
  ids: readonly string[],
): Statement<HoldRow> => sql<HoldRow>`
  select h.member_id, h.id, h.currency_code, h.amount, h.captured, h.state, h.opened_at, h.lapses_at,
    h.partner_code, h.receipt_id, h.lot_ids, h.lot_amounts
  from ledger.hold h
  where (h.bucket, h.member_id) in (
      select * from unnest(${memberIds.map(bucketOf)}::int[], ${memberIds}::bigint[]))
    and (h.id = any(${ids}::uuid[]) or h.state = 'open')`;

/** Writes holds as they stand; one that did not exist is opened. The caller holds the account's lock. */
export const writeHolds = (holds: readonly OwnedHold[]): Statement => sql`
  insert into ledger.hold (bucket, member_id, id, currency_code, amount, captured, state, opened_at,
    lapses_at, partner_code, receipt_id, lot_ids, lot_amounts)
  select h.bucket, h.member_id, h.id, h.currency_code, h.amount, h.captured, h.state, h.opened_at,
    h.lapses_at, h.partner_code, h.receipt_id, h.lot_ids::uuid[], h.lot_amounts::bigint[]
  from unnest(
    ${holds.map((h) => bucketOf(h.memberId))}::int[],
    ${holds.map((h) => h.memberId)}::bigint[],
    ${holds.map((h) => h.id)}::uuid[],
    ${holds.map((h) => h.currencyCode)}::text[],
    ${holds.map((h) => h.amount)}::bigint[],
    ${holds.map((h) => h.captured)}::bigint[],
    ${holds.map((h) => h.state)}::text[],
    ${holds.map((h) => formatInstant(h.openedAt))}::timestamptz[],
    ${holds.map((h) => formatInstant(h.lapsesAt))}::timestamptz[],
    ${holds.map((h) => h.partnerCode)}::text[],
    ${holds.map((h) => h.receiptId)}::uuid[],
    ${holds.map((h) => `{${h.lots.map((lot) => lot.id).join(',')}}`)}::text[],
    ${holds.map((h) => `{${h.lots.map((lot) => lot.amount).join(',')}}`)}::text[]
  ) as h (bucket, member_id, id, currency_code, amount, captured, state, opened_at, lapses_at,
    partner_code, receipt_id, lot_ids, lot_amounts)
  on conflict (bucket, member_id, id) do update set captured = excluded.captured, state = excluded.state`;

/** A row of ledger.hold in the ledger's words. */
export function holdFromRow(row: HoldRow): Hold {
  return {
    id: row.id,
    currencyCode: row.currency_code,
    amount: row.amount,
    captured: row.captured,
    state: row.state,
    openedAt: row.opened_at,
    lapsesAt: row.lapses_at,
    partnerCode: row.partner_code,
    receiptId: row.receipt_id,
    lots: row.lot_ids.map((id, place) => ({ id, amount: row.lot_amounts[place] ?? 0 })),
  };
}
