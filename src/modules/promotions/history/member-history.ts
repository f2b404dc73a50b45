import type { Statement } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';
import { type Facts, type GroupCodesOf, measureHistory, type PastPurchase } from '../core/index.ts';
import { insertPurchases, type NewPurchase, type PurchaseRow } from '../sql/purchases.ts';
import type { Asking } from '../uses/read-meters.ts';

/** Earlier purchases of members while a batch works on them, and those that it adds. */
export type MemberHistory = {
  readonly byMember: Map<MemberId, PastPurchase[]>;
  readonly added: NewPurchase[];
};

export function openHistory(rows: readonly PurchaseRow[]): MemberHistory {
  const byMember = new Map<MemberId, PastPurchase[]>();
  for (const row of rows) {
    const purchases = byMember.get(row.member_id) ?? [];
    purchases.push({
      receiptId: row.receipt_id,
      boughtAt: row.bought_at,
      storeCode: row.store_code,
      lines: row.lines,
    });
    byMember.set(row.member_id, purchases);
  }
  return { byMember, added: [] };
}

/** Adds a purchase; later receipts of the batch see it. */
export function remember(history: MemberHistory, purchase: NewPurchase): void {
  const purchases = history.byMember.get(purchase.memberId) ?? [];
  purchases.push(purchase);
  history.byMember.set(purchase.memberId, purchases);
  history.added.push(purchase);
}

/** What a receipt's promotions ask of its member's history, up to the receipt itself. */
export function historyOf(
  history: MemberHistory,
  { ask, memberId }: Asking,
  groupCodesOf: GroupCodesOf,
): Facts['history'] {
  if (ask.history === null || memberId === null) return {};
  const { aggregates, local, till } = ask.history;
  const purchases = (history.byMember.get(memberId) ?? []).filter((one) => one.boughtAt <= till);
  return measureHistory(aggregates, purchases, { local, groupCodesOf });
}

/** What is to be written of it. */
export function historyStatements({ added }: MemberHistory): readonly Statement[] {
  return added.length > 0 ? [insertPurchases(added)] : [];
}
