import { assert } from '#shared/assert.ts';
import type { Instant } from '#shared/time.ts';
import {
  type Account,
  bySpendOrder,
  earlier,
  isSpendable,
  type Lot,
  nextChange,
} from './account.ts';
import type { Entry, EntryKind } from './entry.ts';

/** What every movement of one operation has in common. */
export type Cause = {
  readonly operationId: string;
  readonly receiptId: string;
  readonly occurredAt: Instant;
  readonly postedAt: Instant;
  readonly partnerCode: string;
};

/** A lot that an accrual opens. */
export type NewLot = {
  readonly id: string;
  readonly points: number;
  readonly promotionCode: string;
  readonly activeFrom: Instant;
  readonly expiresAt: Instant | null;
};

/** An account and its lots after a movement, and the entry that says so (null: nothing moved). */
export type Posted = {
  readonly account: Account;
  readonly lots: readonly Lot[];
  readonly entry: Entry | null;
};

/** How much of which lots. */
export type LotShare = { readonly id: string; readonly amount: number };

/**
 * Accrues points: each new lot first repays debt, the rest goes to the balance. A lot that has burnt before
 * it came (a late receipt, a short life) repays nothing.
 * @param lots the account's known lots; the new ones are appended
 * @param opened points > 0 each
 */
export function postAccrual(
  before: { readonly account: Account; readonly lots: readonly Lot[] },
  opened: readonly NewLot[],
  cause: Cause,
): Posted {
  let { balance, debt, unspendable, changesAt } = before.account;
  const lots = [...before.lots];
  const shares: LotShare[] = [];
  let amount = 0;
  for (const lot of opened) {
    assert(Number.isSafeInteger(lot.points) && lot.points > 0, 'an accrual is positive');
    const repaid = isBurnt(lot, cause.postedAt) ? 0 : Math.min(debt, lot.points);
    const remaining = lot.points - repaid;
    debt -= repaid;
    balance += remaining;
    if (!isActive(lot, cause.postedAt)) unspendable += remaining;
    if (remaining > 0) changesAt = earlier(changesAt, nextChange(lot, cause.postedAt));
    amount += lot.points;
    shares.push({ id: lot.id, amount: remaining });
    lots.push(openLot({ ...lot, remaining }, before.account.currencyCode, cause));
  }
  if (amount === 0) return { ...before, entry: null };
  return close({ ...before.account, balance, debt, unspendable, changesAt }, lots, {
    kind: 'accrual',
    amount,
    shares,
    cause,
  });
}

function openLot(
  lot: NewLot & { readonly remaining: number },
  currencyCode: string,
  cause: Cause,
): Lot {
  return {
    id: lot.id,
    currencyCode,
    amount: lot.points,
    remaining: lot.remaining,
    activeFrom: lot.activeFrom,
    expiresAt: lot.expiresAt,
    receiptId: cause.receiptId,
    promotionCode: lot.promotionCode,
    partnerCode: cause.partnerCode,
  };
}

/**
 * Redeems points from active lots in spend order.
 * @param points > 0, ≤ Σ remaining of spendable lots (asserted: the story refuses before)
 */
export function postRedemption(
  before: { readonly account: Account; readonly lots: readonly Lot[] },
  points: number,
  cause: Cause,
): Posted {
  const able = before.lots.filter((lot) => isSpendable(lot, cause.postedAt)).sort(bySpendOrder);
  const taken = take(able, points);
  assert(taken.left === 0, 'a redemption never exceeds what can be spent');
  return close(
    { ...before.account, balance: before.account.balance - points },
    changeLots(before.lots, taken.shares),
    { kind: 'redemption', amount: -points, shares: taken.shares, cause },
  );
}

/**
 * Takes earned points back: from the receipt's own lots first, then in spend order from what has not burnt;
 * what the account no longer has becomes debt.
 * @param points > 0
 */
export function postAccrualReversal(
  before: { readonly account: Account; readonly lots: readonly Lot[] },
  points: number,
  cause: Cause,
): Posted {
  const own = before.lots.filter((lot) => lot.receiptId === cause.receiptId).sort(bySpendOrder);
  const others = before.lots
    .filter((lot) => lot.receiptId !== cause.receiptId && !isBurnt(lot, cause.postedAt))
    .sort(bySpendOrder);
  const taken = take([...own, ...others], points);
  const lots = changeLots(before.lots, taken.shares);
  const account = before.account;
  return close(
    {
      ...account,
      balance: account.balance - (points - taken.left),
      debt: account.debt + taken.left,
      unspendable: account.unspendable + asleep(taken.shares, before.lots, cause.postedAt),
    },
    lots,
    { kind: 'accrual-reversal', amount: -points, shares: taken.shares, cause },
  );
}

/**
 * Gives spent points back to the lots they came from, with those lots' own expiry; debt is repaid first,
 * but not by points whose lot has burnt meanwhile.
 * @param shares how much goes back into which lot, amounts > 0; every lot must be among `before.lots`
 */
export function postRedemptionReversal(
  before: { readonly account: Account; readonly lots: readonly Lot[] },
  shares: readonly LotShare[],
  cause: Cause,
): Posted {
  let debt = before.account.debt;
  let balance = before.account.balance;
  let amount = 0;
  const back: LotShare[] = [];
  for (const share of shares) {
    assert(share.amount > 0, 'a share given back is positive');
    const lot = before.lots.find((one) => one.id === share.id);
    const isLost = lot !== undefined && isBurnt(lot, cause.postedAt);
    const repaid = isLost ? 0 : Math.min(debt, share.amount);
    debt -= repaid;
    balance += share.amount - repaid;
    amount += share.amount;
    back.push({ id: share.id, amount: share.amount - repaid });
  }
  const unspendable = before.account.unspendable + asleep(back, before.lots, cause.postedAt);
  const account = { ...before.account, balance, debt, unspendable };
  const lots = changeLots(before.lots, back);
  const changesAt = lots.reduce<Instant | null>(
    (soonest, lot) =>
      lot.remaining > 0 ? earlier(soonest, nextChange(lot, cause.postedAt)) : soonest,
    account.changesAt,
  );
  return close({ ...account, changesAt }, lots, {
    kind: 'redemption-reversal',
    amount,
    shares: back,
    cause,
  });
}

function take(ordered: readonly Lot[], points: number): { shares: LotShare[]; left: number } {
  assert(Number.isSafeInteger(points) && points > 0, 'points to take are positive');
  const shares: LotShare[] = [];
  let left = points;
  for (const lot of ordered) {
    if (left === 0) break;
    const amount = Math.min(lot.remaining, left);
    if (amount === 0) continue;
    shares.push({ id: lot.id, amount: -amount });
    left -= amount;
  }
  return { shares, left };
}

function changeLots(lots: readonly Lot[], shares: readonly LotShare[]): Lot[] {
  const change = new Map(shares.map((share) => [share.id, share.amount]));
  assert(
    shares.every((share) => lots.some((lot) => lot.id === share.id)),
    'a movement touches known lots only',
  );
  return lots.map((lot) => {
    const remaining = lot.remaining + (change.get(lot.id) ?? 0);
    assert(remaining >= 0 && remaining <= lot.amount, 'a lot holds from 0 to its amount');
    return remaining === lot.remaining ? lot : { ...lot, remaining };
  });
}

/** What the shares change in lots that cannot be spent at `now`. */
function asleep(shares: readonly LotShare[], lots: readonly Lot[], now: Instant): number {
  const ids = new Set(lots.filter((lot) => !isActive(lot, now)).map((lot) => lot.id));
  return shares.reduce((sum, share) => sum + (ids.has(share.id) ? share.amount : 0), 0);
}

function isBurnt(lot: Pick<Lot, 'expiresAt'>, now: Instant): boolean {
  return lot.expiresAt !== null && lot.expiresAt <= now;
}

function isActive(lot: Pick<Lot, 'activeFrom' | 'expiresAt'>, now: Instant): boolean {
  return lot.activeFrom <= now && !isBurnt(lot, now);
}

type Movement = {
  readonly kind: EntryKind;
  readonly amount: number;
  readonly shares: readonly LotShare[];
  readonly cause: Cause;
};

function close(account: Account, lots: readonly Lot[], movement: Movement): Posted {
  assert(account.balance >= 0 && account.debt >= 0, 'balance and debt are never negative');
  assert(
    account.unspendable >= 0 && account.unspendable <= account.balance,
    'what cannot be spent is part of the balance',
  );
  const after = { ...account, seq: account.seq + 1 };
  const { kind, amount, shares, cause } = movement;
  const entry: Entry = {
    account: { bucket: after.bucket, memberId: after.memberId, currencyCode: after.currencyCode },
    seq: after.seq,
    postedAt: cause.postedAt,
    occurredAt: cause.occurredAt,
    operationId: cause.operationId,
    receiptId: cause.receiptId,
    kind,
    amount,
    balanceAfter: after.balance,
    debtAfter: after.debt,
    contraAccount: CONTRA[kind],
    partnerCode: cause.partnerCode,
    lots: shares.filter((share) => share.amount !== 0),
  };
  return { account: after, lots, entry };
}

const CONTRA: Readonly<Record<EntryKind, string>> = {
  accrual: 'programme-liability',
  redemption: 'partner-receivable',
  'accrual-reversal': 'programme-liability',
  'redemption-reversal': 'partner-receivable',
};
