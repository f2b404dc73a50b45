import { type Statement, sql } from '#platform/db/index.ts';

/** The owner has taken these rights from itself; inside a transaction that is rolled back it takes them again. */
export const allowTampering = (): Statement =>
  sql`grant update, delete on ledger.entry to current_user`;

/** One wrong thing each; the checkers must see every one of them. Names end "the checkers see when …". */
export const TAMPERINGS: Readonly<Record<string, () => Statement>> = {
  'an acknowledged receipt is gone': () => sql`
    delete from receipts.receipt r
    where r.id = (select s.id from receipts.receipt s where s.kind = 'sale' limit 1)`,
  'a stored answer is not what the till was told': () => sql`
    update receipts.receipt set answer = answer || ' '
    where id = (select s.id from receipts.receipt s where s.kind = 'sale' limit 1)`,
  'a receipt is there twice': () => sql`
    insert into receipts.receipt (bucket, id, member_id, kind, terminal_id, store_id, partner_code,
      receipt_number, occurred_at, recorded_at, rule_set_version, gross_kopecks, discount_kopecks,
      redeemed_kopecks, redeemed_points, accrued_points, request_hash, request, facts, answer)
    select (r.bucket + 1) % 16384, r.id, r.member_id - r.bucket + (r.bucket + 1) % 16384, r.kind,
      r.terminal_id, r.store_id, r.partner_code, r.receipt_number, r.occurred_at, r.recorded_at,
      r.rule_set_version, r.gross_kopecks, r.discount_kopecks, r.redeemed_kopecks, 0, 0,
      r.request_hash, r.request, r.facts, r.answer
    from receipts.receipt r where r.kind = 'sale' limit 1`,
  'a balance is one point too high': () => sql`
    update ledger.account a set balance = balance + 1
    where a.balance > 0 and a.member_id = (select max(b.member_id) from ledger.account b where b.balance > 0)`,
  'a lot holds a point too few': () => sql`
    update ledger.lot l set remaining = remaining - 1
    where l.id = (select m.id from ledger.lot m where m.remaining > 0 limit 1)`,
  'an entry was changed': () => sql`
    update ledger.entry e set partner_code = partner_code || 'x'
    where (e.member_id, e.seq) = (select f.member_id, f.seq from ledger.entry f limit 1)`,
  'an entry is missing': () => sql`
    delete from ledger.entry e
    where (e.member_id, e.seq) = (select f.member_id, f.seq from ledger.entry f where f.seq > 1 limit 1)`,
  'an event is missing': () => sql`
    delete from platform.outbox b
    where b.id = (select c.id from platform.outbox c where c.topic = 'receipt.confirmed' limit 1)`,
  'an event is told twice': () => sql`
    insert into platform.outbox (bucket, id, topic, payload, recorded_at)
    select b.bucket, gen_random_uuid(), b.topic, b.payload, b.recorded_at
    from platform.outbox b where b.topic = 'receipt.returned' limit 1`,
};
