import { assert } from '#shared/assert.ts';
import { type AccountState, clockOf } from './account.ts';
import { type InOrder, take } from './draw.ts';
import type { EntryKind } from './entry.ts';
import { isBurnt, type Lot, type LotShare } from './lot.ts';
import { type Cause, move, type Posted } from './move.ts';
import { bySpendOrder } from './spend-order.ts';

/** How points are taken. */
export type TakeCause = Cause &
  InOrder & {
    readonly kind?: EntryKind;
    readonly memo?: string | null;
    /** The receipt whose own lots come first; null = none, absent = the receipt of the cause. */
    readonly ofReceiptId?: string | null;
  };

/**
 * Takes earned points back: from the receipt's own lots first, then in spend order, asleep or not; what the
 * account no longer has becomes debt. Reserved points stay reserved, burnt points cover nothing.
 * @param points > 0
 */
export function postAccrualReversal(
  before: AccountState,
  points: number,
  cause: TakeCause,
): Posted {
  const taken = take(takableLots(before, cause), points);
  return move(before, {
    kind: cause.kind ?? 'accrual-reversal',
    cause,
    shares: taken.shares,
    debt: taken.left,
    memo: cause.memo ?? null,
  });
}

/** The lots that points are taken back from, in order. */
export function takableLots(state: AccountState, cause: TakeCause): Lot[] {
  const clock = clockOf(state.account, cause.postedAt);
  const receiptId = cause.ofReceiptId === undefined ? cause.receiptId : cause.ofReceiptId;
  const isOwn = (lot: Lot) => receiptId !== null && lot.receiptId === receiptId;
  const lots = state.lots.filter((lot) => !isBurnt(lot, clock)).sort(cause.order ?? bySpendOrder);
  return [...lots.filter(isOwn), ...lots.filter((lot) => !isOwn(lot))];
}

/** How points come back. */
export type BackCause = Cause & {
  readonly kind?: EntryKind;
  readonly memo?: string | null;
  /** Points that had been lent beyond the lots, ≤ debt: given back, they lower the debt only. Absent = none. */
  readonly lent?: number;
  /** Debt that comes back after the points, which repay what was owed before it; absent = none. */
  readonly owed?: number;
};

/**
 * Gives spent points back to the lots they came from, with those lots' own expiry; debt is repaid first,
 * but not by points whose lot has burnt meanwhile.
 * @param shares how much goes back into which lot, amounts > 0; every lot must be among `before.lots`
 */
export function postRedemptionReversal(
  before: AccountState,
  shares: readonly LotShare[],
  cause: BackCause,
): Posted {
  const clock = clockOf(before.account, cause.postedAt);
  const lotById = new Map(before.lots.map((lot) => [lot.id, lot]));
  let debt = before.account.debt - (cause.lent ?? 0);
  assert(debt >= 0, 'a loan that is given back was owed');
  const back = shares.map((share) => {
    assert(share.amount > 0, 'a share given back is positive');
    const lot = lotById.get(share.id);
    const isLost = lot !== undefined && isBurnt(lot, clock);
    const repaid = isLost ? 0 : Math.min(debt, share.amount);
    debt -= repaid;
    return { id: share.id, amount: share.amount - repaid };
  });
  return move(before, {
    kind: cause.kind ?? 'redemption-reversal',
    cause,
    shares: back.filter((share) => share.amount > 0),
    debt: debt + (cause.owed ?? 0) - before.account.debt,
    memo: cause.memo ?? null,
  });
}
