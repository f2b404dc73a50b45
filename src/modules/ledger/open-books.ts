import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import { type Account, type Book, type Lot, openBook, recounted } from './core/index.ts';
import { type HoldRow, holdFromRow } from './sql/holds.ts';
import type { AccountRow } from './sql/lock-accounts.ts';
import type { LotRow } from './sql/read-lots.ts';

/** What was read under the lock. */
export type BookRows = {
  readonly accounts: readonly AccountRow[];
  readonly lots: readonly LotRow[];
  readonly holds?: readonly HoldRow[];
};

/**
 * Books of the members, over rows read under the lock. A member without accounts gets an empty book.
 * @param hasLots for which accounts all lots with points are among the rows: those are counted anew
 */
export function openBooks(
  memberIds: readonly MemberId[],
  rows: BookRows,
  how: { readonly now: Instant; readonly hasLots: (account: Account) => boolean },
): Map<MemberId, Book> {
  const accountsByMember = Map.groupBy(rows.accounts, (row) => row.member_id);
  const lotsByMember = Map.groupBy(rows.lots, (row) => row.member_id);
  const holdsByMember = Map.groupBy(rows.holds ?? [], (row) => row.member_id);
  return new Map(
    memberIds.map((memberId) => {
      const lots = (lotsByMember.get(memberId) ?? []).map(lotFromRow).sort(byAge);
      const accounts = (accountsByMember.get(memberId) ?? []).map(accountFromRow);
      const holds = (holdsByMember.get(memberId) ?? []).map(holdFromRow);
      const counted = accounts.map((account) =>
        how.hasLots(account) ? recounted(account, ofCurrency(lots, account), how.now) : account,
      );
      return [
        memberId,
        openBook({ bucket: bucketOf(memberId), memberId }, { accounts: counted, lots, holds }),
      ];
    }),
  );
}

/** In the order of coming in, whatever order the rows had. */
function byAge(a: Lot, b: Lot): number {
  return a.id < b.id ? -1 : 1;
}

function ofCurrency(lots: readonly Lot[], account: Account): Lot[] {
  return lots.filter((lot) => lot.currencyCode === account.currencyCode);
}

/** A row of ledger.account in the ledger's words. */
export function accountFromRow(row: AccountRow): Account {
  return {
    bucket: row.bucket,
    memberId: row.member_id,
    currencyCode: row.currency_code,
    balance: row.balance,
    debt: row.debt,
    held: row.held,
    unspendable: row.unspendable,
    changesAt: row.changes_at,
    isExpirySuspended: row.is_expiry_suspended,
    hasMovingLots: row.has_moving_lots,
    seq: row.seq,
    lastHash: row.last_hash,
  };
}

/** A row of ledger.lot in the ledger's words. */
export function lotFromRow(row: LotRow): Lot {
  return {
    id: row.id,
    currencyCode: row.currency_code,
    amount: row.amount,
    remaining: row.remaining,
    held: row.held,
    earnedAt: row.earned_at,
    activeFrom: row.active_from,
    awaits: row.awaits,
    expiresAt: row.expires_at,
    lifetime: row.lifetime,
    receiptId: row.receipt_id,
    promotionCode: row.promotion_code,
    partnerCode: row.partner_code,
    funderCode: row.funder_code,
  };
}
