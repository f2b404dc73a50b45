import type { MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant, type LocalDate } from '#shared/time.ts';
import type { LastPurchaseRow, NewPurchase } from '../sql/purchases.ts';
import type { Asking } from '../uses/read-meters.ts';

/** When members bought last, while a batch works on them: walls by member and wall of the receipt. */
export type LastPurchases = {
  readonly read: ReadonlyMap<string, number>;
  readonly added: NewPurchase[];
};

export function openLastPurchases(rows: readonly LastPurchaseRow[]): LastPurchases {
  return {
    read: new Map(rows.map((row) => [keyOf(row.member_id, row.till), row.bought_at])),
    added: [],
  };
}

/** The date of the member's last purchase before a receipt; null = none, or nobody asked. */
export function lastPurchaseOn(
  { read, added }: LastPurchases,
  { memberId, lastPurchaseTill: till }: Pick<Asking, 'memberId' | 'lastPurchaseTill'>,
): LocalDate | null {
  if (memberId === null || till === undefined) return null;
  const known = read.get(keyOf(memberId, till)) ?? Number.NEGATIVE_INFINITY;
  const last = added
    .filter((one) => one.memberId === memberId && one.boughtAt <= till)
    .reduce((latest, one) => Math.max(latest, one.boughtAt), known);
  return Number.isFinite(last) ? dateOf(last) : null;
}

function keyOf(memberId: MemberId, till: number): string {
  return `${memberId} ${till}`;
}

/** Walls are written as if they were UTC. */
function dateOf(wall: number): LocalDate {
  return formatInstant(wall as Instant).slice(0, 10) as LocalDate;
}
