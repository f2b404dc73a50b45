import { assert } from '#shared/assert.ts';
import type { Instant } from '#shared/time.ts';
import { type AccountState, clockOf } from './account.ts';
import { type InOrder, spendableLots, take } from './draw.ts';
import type { EntryKind } from './entry.ts';
import { isBurnt, type Lot } from './lot.ts';
import { type Cause, move, type Posted } from './move.ts';

/** A lot that an accrual opens. */
export type NewLot = {
  readonly id: string;
  readonly points: number;
  readonly promotionCode: string;
  readonly activeFrom: Instant;
  readonly expiresAt: Instant | null;
  /** The confirmation that it waits for; absent = none. */
  readonly awaits?: string | null;
  /** The rule by which its dates move, as JSON; absent = they stand. */
  readonly lifetime?: string | null;
  /** Who bears the cost; absent = the partner of the receipt. */
  readonly funderCode?: string;
  /** Where it is from, when that is not the operation: points that had been another member's. */
  readonly earnedAt?: Instant;
  readonly receiptId?: string | null;
  readonly partnerCode?: string;
};

/** How an accrual is called and explained, where it is not a purchase's. */
export type AccrualCause = Cause & {
  readonly kind?: EntryKind;
  readonly memo?: string | null;
  /** How many of the points debt must leave alone; absent = none. */
  readonly spared?: number;
  /** Debt that comes with the points; absent = none. */
  readonly owed?: number;
};

/**
 * Accrues points: each new lot first repays debt, the rest goes to the balance. A lot that has burnt before
 * it came (a late receipt, a short life) repays nothing.
 * @param before lots may be left out of it: only what is new is touched
 * @param opened points > 0 each; none and no debt = nothing moves
 */
export function postAccrual(
  before: AccountState,
  opened: readonly NewLot[],
  cause: AccrualCause,
): Posted {
  const clock = clockOf(before.account, cause.postedAt);
  const owed = cause.owed ?? 0;
  if (opened.length === 0 && owed === 0) return { ...before, entry: null };
  let debt = before.account.debt;
  let usable = opened.reduce((sum, lot) => sum + lot.points, 0) - (cause.spared ?? 0);
  const lots = opened.map((lot): Lot => {
    assert(Number.isSafeInteger(lot.points) && lot.points > 0, 'an accrual is positive');
    const repaid = isBurnt(lot, clock) ? 0 : Math.min(debt, lot.points, usable);
    debt -= repaid;
    usable -= repaid;
    return openLot(lot, { remaining: lot.points - repaid, before, cause });
  });
  return move(before, {
    kind: cause.kind ?? 'accrual',
    cause,
    opened: lots,
    debt: debt + owed - before.account.debt,
    memo: cause.memo ?? null,
  });
}

function openLot(
  lot: NewLot,
  more: { readonly remaining: number; readonly before: AccountState; readonly cause: Cause },
): Lot {
  const { remaining, before, cause } = more;
  return {
    id: lot.id,
    currencyCode: before.account.currencyCode,
    amount: lot.points,
    remaining,
    held: 0,
    earnedAt: lot.earnedAt ?? cause.occurredAt,
    activeFrom: lot.activeFrom,
    awaits: lot.awaits ?? null,
    expiresAt: lot.expiresAt,
    lifetime: lot.lifetime ?? null,
    receiptId: lot.receiptId === undefined ? cause.receiptId : lot.receiptId,
    promotionCode: lot.promotionCode,
    partnerCode: lot.partnerCode ?? cause.partnerCode,
    funderCode: lot.funderCode ?? '',
  };
}

/** How points are drawn. */
export type DrawCause = Cause &
  InOrder & {
    readonly kind?: EntryKind;
    readonly memo?: string | null;
    /** Points that may be lent beyond what can be spent; they become debt. Absent = none. */
    readonly loanMax?: number;
  };

/**
 * Draws points from active lots in spend order.
 * @param points > 0, ≤ Σ free points of spendable lots + the loan (asserted: the story refuses before)
 */
export function postRedemption(before: AccountState, points: number, cause: DrawCause): Posted {
  const taken = take(spendableLots(before, cause), points);
  assert(taken.left <= (cause.loanMax ?? 0), 'a redemption never exceeds what can be spent');
  return move(before, {
    kind: cause.kind ?? 'redemption',
    cause,
    shares: taken.shares,
    debt: taken.left,
    memo: cause.memo ?? null,
  });
}
