import type { ReceiptRow } from '#modules/receipts/admin-contract.ts';

/** Sums over rows that are on the screen. Voids and cancelled receipts count as nothing. */
export function totalsOf(rows: readonly ReceiptRow[]) {
  const totals = { receipts: 0, payable: 0, discount: 0, accrued: 0, redeemed: 0 };
  for (const row of rows) {
    if (row.kind === 'void' || row.kind === 'cancelled') continue;
    totals.receipts += 1;
    totals.payable += row.payableKopecks;
    totals.discount += row.discountKopecks;
    totals.accrued += row.accruedPoints;
    totals.redeemed += row.redeemedPoints;
  }
  return totals;
}

export type Totals = ReturnType<typeof totalsOf>;
