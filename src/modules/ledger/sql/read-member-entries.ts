import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';

export type EntryRow = {
  readonly bucket: number;
  readonly currency_code: string;
  readonly seq: number;
  readonly posted_at: Instant;
  readonly occurred_at: Instant;
  readonly receipt_id: string;
  readonly kind: 'accrual' | 'redemption' | 'accrual-reversal' | 'redemption-reversal';
  readonly amount: number;
  readonly balance_after: number;
  readonly debt_after: number;
  readonly partner_code: string;
};

/** Where the page before ended; the key of the order below. */
export type EntryKey = {
  readonly postedAt: string;
  readonly currencyCode: string;
  readonly seq: number;
};

/** Entries of a member in all currencies, newest first, older than `before`. */
export function readMemberEntries(
  memberId: MemberId,
  before: EntryKey,
  limit: number,
): Statement<EntryRow> {
  return sql<EntryRow>`
    select e.bucket, e.currency_code, e.seq, e.posted_at, e.occurred_at, e.receipt_id, e.kind,
      e.amount, e.balance_after, e.debt_after, e.partner_code
    from ledger.entry e
    where e.bucket = ${bucketOf(memberId)} and e.member_id = ${memberId}
      and e.posted_at <= ${before.postedAt}::timestamptz
      and (e.posted_at, e.currency_code, e.seq) <
        (${before.postedAt}::timestamptz, ${before.currencyCode}::text, ${before.seq}::bigint)
    order by e.posted_at desc, e.currency_code desc, e.seq desc
    limit ${limit}`;
}
