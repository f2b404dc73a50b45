import { type Statement, sql } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';

/** Whose purchases are asked for, and of which stretch; walls written as if they were UTC. */
export type PurchaseSpan = {
  readonly bucket: number;
  readonly memberId: MemberId;
  readonly from: number;
  readonly till: number;
};

export type PurchaseRow = {
  readonly member_id: MemberId;
  readonly receipt_id: string;
  readonly bought_at: Instant;
  readonly store_code: string;
  readonly lines: string;
};

const moment = (ms: number) => formatInstant(ms as Instant);

/** Purchases of members and what came back of them. The bounds of all let the planner skip months. */
export const readPurchases = (
  spans: readonly PurchaseSpan[],
): Statement<PurchaseRow> => sql<PurchaseRow>`
  select p.member_id, p.receipt_id, p.bought_at, p.store_code, p.lines
  from unnest(
    ${spans.map((s) => s.bucket)}::int[],
    ${spans.map((s) => s.memberId)}::bigint[],
    ${spans.map((s) => moment(s.from))}::timestamptz[],
    ${spans.map((s) => moment(s.till))}::timestamptz[]) as w (bucket, member_id, since, till)
  join promotions.purchase p on p.bucket = w.bucket and p.member_id = w.member_id
    and p.bought_at >= w.since and p.bought_at <= w.till
  where p.bought_at >= ${moment(Math.min(...spans.map((s) => s.from)))}::timestamptz
    and p.bought_at <= ${moment(Math.max(...spans.map((s) => s.till)))}::timestamptz`;

/** Whose last purchase up to which wall is asked for. */
export type LastPurchaseSpan = Omit<PurchaseSpan, 'from'>;

export type LastPurchaseRow = {
  readonly member_id: MemberId;
  readonly till: Instant;
  readonly bought_at: Instant;
};

/** When members bought last, whatever came back of it; a member who never did has no row. */
export const readLastPurchases = (
  spans: readonly LastPurchaseSpan[],
): Statement<LastPurchaseRow> => sql<LastPurchaseRow>`
  select w.member_id, w.till, l.bought_at
  from unnest(
    ${spans.map((s) => s.bucket)}::int[],
    ${spans.map((s) => s.memberId)}::bigint[],
    ${spans.map((s) => moment(s.till))}::timestamptz[]) as w (bucket, member_id, till)
  cross join lateral (
    select p.bought_at from promotions.purchase p
    where p.bucket = w.bucket and p.member_id = w.member_id and p.bought_at <= w.till
    order by p.bought_at desc
    limit 1) l`;

/** A purchase, or what came back of one. */
export type NewPurchase = {
  readonly bucket: number;
  readonly memberId: MemberId;
  readonly boughtAt: number;
  readonly receiptId: string;
  readonly versionNo: number;
  readonly storeCode: string;
  readonly lines: string;
};

/** Appends purchases and returns to their members' history. */
export const insertPurchases = (rows: readonly NewPurchase[]): Statement => sql`
  insert into promotions.purchase (bucket, member_id, bought_at, receipt_id, version_no, store_code, lines)
  select * from unnest(
    ${rows.map((r) => r.bucket)}::int[],
    ${rows.map((r) => r.memberId)}::bigint[],
    ${rows.map((r) => moment(r.boughtAt))}::timestamptz[],
    ${rows.map((r) => r.receiptId)}::uuid[],
    ${rows.map((r) => r.versionNo)}::int[],
    ${rows.map((r) => r.storeCode)}::text[],
    ${rows.map((r) => r.lines)}::text[])`;
