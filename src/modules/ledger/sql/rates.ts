import { type Statement, sql } from '#platform/db/index.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { Rate } from '../core/index.ts';

/** A row of ledger.rate as the driver gives it. */
export type RateRow = {
  readonly id: string;
  readonly currency_code: string;
  readonly direction: Rate['direction'];
  readonly partner_code: string | null;
  readonly store_code: string | null;
  readonly promotion_code: string | null;
  readonly segment_code: string | null;
  readonly valid_from: Instant;
  readonly valid_to: Instant | null;
  readonly points: number;
  readonly kopecks: number;
  readonly rounding: Rate['rounding'];
};

/** All rates, those of the past too: late receipts are worth what points were worth then. */
export const readRates = (): Statement<RateRow> => sql<RateRow>`
  select r.id, r.currency_code, r.direction, r.partner_code, r.store_code, r.promotion_code,
    r.segment_code, r.valid_from, r.valid_to, r.points, r.kopecks, r.rounding
  from ledger.rate r
  order by r.currency_code, r.id`;

/** Adds a rate. */
export const insertRate = (
  rate: Rate,
  made: { readonly at: Instant; readonly by: string },
): Statement => sql`
  insert into ledger.rate (id, currency_code, direction, partner_code, store_code, promotion_code,
    segment_code, valid_from, valid_to, points, kopecks, rounding, created_at, created_by)
  values (${rate.id}, ${rate.currencyCode}, ${rate.direction}, ${rate.partnerCode}, ${rate.storeCode},
    ${rate.promotionCode}, ${rate.segmentCode}, ${formatInstant(rate.validFrom)},
    ${rate.validTo === null ? null : formatInstant(rate.validTo)}, ${rate.points}, ${rate.kopecks},
    ${rate.rounding}, ${formatInstant(made.at)}, ${made.by})
  on conflict do nothing`;

/** A row of ledger.rate in the ledger's words. */
export function rateFromRow(row: RateRow): Rate {
  return {
    id: row.id,
    currencyCode: row.currency_code,
    direction: row.direction,
    partnerCode: row.partner_code,
    storeCode: row.store_code,
    promotionCode: row.promotion_code,
    segmentCode: row.segment_code,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    points: row.points,
    kopecks: row.kopecks,
    rounding: row.rounding,
  };
}
