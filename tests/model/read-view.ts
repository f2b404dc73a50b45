import { type Session, type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, memberId } from '#shared/ids.ts';
import type { View, ViewAccount, ViewEntry, ViewHold, ViewLot } from './view.ts';

/** Everything that the database has of a member's points. */
export async function readView(db: Session, id: number): Promise<View> {
  const owner = [bucketOf(memberId(id)), id] as const;
  const [accounts, lots, entries, holds] = await db.pipeline([
    readAccounts(...owner),
    readLots(...owner),
    readEntries(...owner),
    readHolds(...owner),
  ] as const);
  return {
    accounts,
    lots,
    entries: entries.map(({ lotIds, lotAmounts, ...entry }) => ({
      ...entry,
      lots: sharesOf(lotIds, lotAmounts),
    })),
    holds: holds.map(({ lotIds, lotAmounts, ...hold }) => ({
      ...hold,
      lots: sharesOf(lotIds, lotAmounts),
    })),
  };
}

type Shares = { readonly lotIds: readonly string[]; readonly lotAmounts: readonly number[] };

function sharesOf(ids: readonly string[], amounts: readonly number[]) {
  return ids.map((id, place) => ({ id, amount: amounts[place] ?? 0 }));
}

const readAccounts = (bucket: number, id: number): Statement<ViewAccount> => sql<ViewAccount>`
  select a.currency_code as "currencyCode", a.balance, a.debt, a.held, a.unspendable,
    a.changes_at as "changesAt", a.is_expiry_suspended as "isExpirySuspended", a.seq
  from ledger.account a
  where a.bucket = ${bucket} and a.member_id = ${id}`;

const readLots = (bucket: number, id: number): Statement<ViewLot> => sql<ViewLot>`
  select l.id, l.currency_code as "currencyCode", l.amount, l.remaining, l.held,
    l.earned_at as "earnedAt", l.active_from as "activeFrom", l.awaits, l.expires_at as "expiresAt",
    l.lifetime, l.receipt_id as "receiptId", l.promotion_code as "promotionCode",
    l.partner_code as "partnerCode", l.funder_code as "funderCode"
  from ledger.lot l
  where l.bucket = ${bucket} and l.member_id = ${id}
  order by l.id`;

const readEntries = (
  bucket: number,
  id: number,
): Statement<Omit<ViewEntry, 'lots'> & Shares> => sql<Omit<ViewEntry, 'lots'> & Shares>`
  select e.currency_code as "currencyCode", e.seq, e.operation_id as "operationId", e.kind, e.amount,
    e.held_change as "heldChange", e.balance_after as "balanceAfter", e.debt_after as "debtAfter",
    e.contra_account as "contraAccount", e.lot_ids as "lotIds", e.lot_amounts as "lotAmounts"
  from ledger.entry e
  where e.bucket = ${bucket} and e.member_id = ${id}
  order by e.currency_code, e.seq`;

const readHolds = (bucket: number, id: number): Statement<Omit<ViewHold, 'lots'> & Shares> => sql<
  Omit<ViewHold, 'lots'> & Shares
>`
  select h.id, h.currency_code as "currencyCode", h.amount, h.captured, h.state,
    h.lapses_at as "lapsesAt", h.lot_ids as "lotIds", h.lot_amounts as "lotAmounts"
  from ledger.hold h
  where h.bucket = ${bucket} and h.member_id = ${id}`;
