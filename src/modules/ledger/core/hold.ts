import { assert } from '#shared/assert.ts';
import type { Instant } from '#shared/time.ts';
import type { AccountState } from './account.ts';
import { type InOrder, spendableLots, take } from './draw.ts';
import type { LotShare } from './lot.ts';
import { type Cause, move, type Posted } from './move.ts';

/** Points reserved for something that is about to happen, lot by lot. */
export type Hold = {
  /** The id of the operation that opened it. */
  readonly id: string;
  readonly currencyCode: string;
  readonly amount: number;
  /** Points that were spent from it, 0 … amount. */
  readonly captured: number;
  readonly state: 'open' | 'captured' | 'released' | 'lapsed';
  readonly openedAt: Instant;
  /** From this moment on it is set free by itself. */
  readonly lapsesAt: Instant;
  readonly partnerCode: string;
  /** null: not for a receipt. */
  readonly receiptId: string | null;
  /** What it reserves, amounts > 0. */
  readonly lots: readonly LotShare[];
};

/** A movement and what it made of the hold. */
export type PostedHold = Posted & { readonly hold: Hold };

/**
 * Reserves points in spend order: they stay on the account, cannot be spent by anybody else and do not burn.
 * @param points > 0, ≤ what can be spent (asserted)
 * @param cause  `lapsesAt` after `postedAt`
 */
export function postHold(
  before: AccountState,
  points: number,
  cause: Cause & InOrder & { readonly lapsesAt: Instant },
): PostedHold {
  const taken = take(spendableLots(before, cause), points);
  assert(taken.left === 0, 'a hold never exceeds what can be spent');
  const lots = taken.shares.map((share) => ({ id: share.id, amount: -share.amount }));
  return {
    ...move(before, { kind: 'hold', cause, heldShares: lots, memo: cause.operationId }),
    hold: {
      id: cause.operationId,
      currencyCode: before.account.currencyCode,
      amount: points,
      captured: 0,
      state: 'open',
      openedAt: cause.postedAt,
      lapsesAt: cause.lapsesAt,
      partnerCode: cause.partnerCode,
      receiptId: cause.receiptId,
      lots,
    },
  };
}

/**
 * Spends reserved points and sets the rest of the hold free.
 * @param cause `points` 1 … hold.amount; taken from the hold's lots in their order, burnt or not
 */
export function postCapture(
  before: AccountState,
  hold: Hold,
  cause: Cause & { readonly points: number },
): PostedHold {
  const { points } = cause;
  assert(hold.state === 'open' && points > 0 && points <= hold.amount, 'a capture fits its hold');
  let left = points;
  const shares: LotShare[] = [];
  for (const lot of hold.lots) {
    const amount = Math.min(lot.amount, left);
    if (amount > 0) shares.push({ id: lot.id, amount: -amount });
    left -= amount;
  }
  const posted = move(before, {
    kind: 'redemption',
    cause,
    shares,
    heldShares: setFree(hold),
    memo: hold.id,
  });
  return { ...posted, hold: { ...hold, captured: points, state: 'captured' } };
}

/** Sets a hold free; the points are again what their lots make of them (perhaps burnt meanwhile). */
export function postRelease(
  before: AccountState,
  hold: Hold,
  cause: Cause & { readonly state: 'released' | 'lapsed' },
): PostedHold {
  assert(hold.state === 'open', 'only an open hold is released');
  const posted = move(before, { kind: 'release', cause, heldShares: setFree(hold), memo: hold.id });
  return { ...posted, hold: { ...hold, state: cause.state } };
}

function setFree(hold: Hold): LotShare[] {
  return hold.lots.map((lot) => ({ id: lot.id, amount: -lot.amount }));
}
