import { type Statement, sql } from '#platform/db/index.ts';
import type { SealedEntry } from '../core/index.ts';

/** Appends entries. Lots of all of them travel in one array, since arrays of arrays must be even. */
export function writeEntries(entries: readonly SealedEntry[]): Statement {
  const lots = entries.flatMap((e) => e.lots);
  let count = 0;
  const lastLots = entries.map((e) => (count += e.lots.length));
  return sql`
    insert into ledger.entry (bucket, member_id, currency_code, seq, posted_at, occurred_at,
      operation_id, receipt_id, kind, amount, held_change, balance_after, debt_after, contra_account,
      partner_code, memo, lot_terms, lot_ids, lot_amounts, prev_hash, hash)
    select e.bucket, e.member_id, e.currency_code, e.seq, e.posted_at, e.occurred_at,
      e.operation_id, e.receipt_id, e.kind, e.amount, e.held_change, e.balance_after, e.debt_after,
      e.contra_account, e.partner_code, e.memo, e.lot_terms,
      (${lots.map((lot) => lot.id)}::uuid[])[e.lot_first:e.lot_last],
      (${lots.map((lot) => lot.amount)}::bigint[])[e.lot_first:e.lot_last],
      e.prev_hash, e.hash
    from (select
      unnest(${entries.map((e) => e.account.bucket)}::int[]) as bucket,
      unnest(${entries.map((e) => e.account.memberId)}::bigint[]) as member_id,
      unnest(${entries.map((e) => e.account.currencyCode)}::text[]) as currency_code,
      unnest(${entries.map((e) => e.seq)}::bigint[]) as seq,
      unnest(${entries.map((e) => e.postedAt)}::timestamptz[]) as posted_at,
      unnest(${entries.map((e) => e.occurredAt)}::timestamptz[]) as occurred_at,
      unnest(${entries.map((e) => e.operationId)}::uuid[]) as operation_id,
      unnest(${entries.map((e) => e.receiptId)}::uuid[]) as receipt_id,
      unnest(${entries.map((e) => e.kind)}::text[]) as kind,
      unnest(${entries.map((e) => e.amount)}::bigint[]) as amount,
      unnest(${entries.map((e) => e.heldChange)}::bigint[]) as held_change,
      unnest(${entries.map((e) => e.balanceAfter)}::bigint[]) as balance_after,
      unnest(${entries.map((e) => e.debtAfter)}::bigint[]) as debt_after,
      unnest(${entries.map((e) => e.contraAccount)}::text[]) as contra_account,
      unnest(${entries.map((e) => e.partnerCode)}::text[]) as partner_code,
      unnest(${entries.map((e) => e.memo)}::text[]) as memo,
      unnest(${entries.map((e) => e.lotTerms)}::text[]) as lot_terms,
      unnest(${entries.map((e, place) => (lastLots[place] ?? 0) - e.lots.length + 1)}::int[]) as lot_first,
      unnest(${lastLots}::int[]) as lot_last,
      unnest(${entries.map((e) => `\\x${e.prevHash}`)}::bytea[]) as prev_hash,
      unnest(${entries.map((e) => `\\x${e.hash}`)}::bytea[]) as hash
    ) as e`;
}
