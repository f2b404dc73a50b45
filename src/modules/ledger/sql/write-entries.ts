import { type Statement, sql } from '#platform/db/index.ts';
import { formatInstant } from '#shared/time.ts';
import type { SealedEntry } from '../core/index.ts';

/** Appends entries. Lots travel as one text array per entry, since arrays of arrays must be even. */
export function writeEntries(entries: readonly SealedEntry[]): Statement {
  return sql`
    insert into ledger.entry (bucket, member_id, currency_code, seq, posted_at, occurred_at,
      operation_id, receipt_id, kind, amount, held_change, balance_after, debt_after, contra_account,
      partner_code, memo, lot_terms, lot_ids, lot_amounts, prev_hash, hash)
    select e.bucket, e.member_id, e.currency_code, e.seq, e.posted_at, e.occurred_at,
      e.operation_id, e.receipt_id, e.kind, e.amount, e.held_change, e.balance_after, e.debt_after,
      e.contra_account, e.partner_code, e.memo, e.lot_terms, e.lot_ids::uuid[], e.lot_amounts::bigint[],
      e.prev_hash, e.hash
    from unnest(
      ${entries.map((e) => e.account.bucket)}::int[],
      ${entries.map((e) => e.account.memberId)}::bigint[],
      ${entries.map((e) => e.account.currencyCode)}::text[],
      ${entries.map((e) => e.seq)}::bigint[],
      ${entries.map((e) => formatInstant(e.postedAt))}::timestamptz[],
      ${entries.map((e) => formatInstant(e.occurredAt))}::timestamptz[],
      ${entries.map((e) => e.operationId)}::uuid[],
      ${entries.map((e) => e.receiptId)}::uuid[],
      ${entries.map((e) => e.kind)}::text[],
      ${entries.map((e) => e.amount)}::bigint[],
      ${entries.map((e) => e.heldChange)}::bigint[],
      ${entries.map((e) => e.balanceAfter)}::bigint[],
      ${entries.map((e) => e.debtAfter)}::bigint[],
      ${entries.map((e) => e.contraAccount)}::text[],
      ${entries.map((e) => e.partnerCode)}::text[],
      ${entries.map((e) => e.memo)}::text[],
      ${entries.map((e) => e.lotTerms)}::text[],
      ${entries.map((e) => `{${e.lots.map((lot) => lot.id).join(',')}}`)}::text[],
      ${entries.map((e) => `{${e.lots.map((lot) => lot.amount).join(',')}}`)}::text[],
      ${entries.map((e) => Buffer.from(e.prevHash, 'hex'))}::bytea[],
      ${entries.map((e) => Buffer.from(e.hash, 'hex'))}::bytea[]
    ) as e (bucket, member_id, currency_code, seq, posted_at, occurred_at, operation_id, receipt_id,
      kind, amount, held_change, balance_after, debt_after, contra_account, partner_code, memo,
      lot_terms, lot_ids, lot_amounts, prev_hash, hash)`;
}
