import type { MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';

/** A member's account in one currency as it stands. All amounts are points in the smallest unit. */
export type Account = {
  readonly bucket: number;
  readonly memberId: MemberId;
  readonly currencyCode: string;
  /** Points on the account, ≥ 0. */
  readonly balance: number;
  /** Points owed (taken back after they were spent), ≥ 0; the next accrual repays it first. */
  readonly debt: number;
  /** Part of the balance that cannot be spent: not active yet, or burnt and not written off yet. */
  readonly unspendable: number;
  /** When that part may next change by itself; null = never. Never later than the true moment. */
  readonly changesAt: Instant | null;
  /** Number of the last entry; 0 when there is none. */
  readonly seq: number;
  /** Hash of the last entry, hex; zeros when there is none. */
  readonly lastHash: string;
};

/** A parcel of points that came in together and burn together. */
export type Lot = {
  readonly id: string;
  readonly currencyCode: string;
  readonly amount: number;
  /** Points of the lot still on the account, 0 … amount. */
  readonly remaining: number;
  readonly activeFrom: Instant;
  /** When it burns; null = never. */
  readonly expiresAt: Instant | null;
  readonly receiptId: string;
  readonly promotionCode: string;
  readonly partnerCode: string;
};

/** The hash before the first entry. */
export const NO_HASH = '0'.repeat(64);

/** An account that nothing has happened to yet. */
export function emptyAccount(bucket: number, memberId: MemberId, currencyCode: string): Account {
  return {
    bucket,
    memberId,
    currencyCode,
    balance: 0,
    debt: 0,
    unspendable: 0,
    changesAt: null,
    seq: 0,
    lastHash: NO_HASH,
  };
}

/** Points that can be spent, right until `changesAt`. */
export function spendable(account: Account): number {
  return account.balance - account.unspendable;
}

/** Whether time has made the account's own count stale: a lot has woken or burnt. */
export function isStale(account: Pick<Account, 'changesAt'>, now: Instant): boolean {
  return account.changesAt !== null && account.changesAt <= now;
}

/**
 * The account with its unspendable part counted anew.
 * @param lots all lots of the account that hold points
 */
export function recounted(account: Account, lots: readonly Lot[], now: Instant): Account {
  let unspendable = 0;
  let changesAt: Instant | null = null;
  for (const lot of lots) {
    if (lot.remaining === 0) continue;
    if (!isSpendable(lot, now)) unspendable += lot.remaining;
    changesAt = earlier(changesAt, nextChange(lot, now));
  }
  return { ...account, unspendable, changesAt };
}

/** When a lot next wakes or burns after `now`; null = never. */
export function nextChange(
  lot: Pick<Lot, 'activeFrom' | 'expiresAt'>,
  now: Instant,
): Instant | null {
  if (lot.activeFrom > now) return earlier(lot.activeFrom, lot.expiresAt);
  return lot.expiresAt !== null && lot.expiresAt > now ? lot.expiresAt : null;
}

/** The earlier of two moments; null = never. */
export function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** Whether points of the lot can be spent at `now`: active, not burnt, something left. */
export function isSpendable(lot: Lot, now: Instant): boolean {
  return (
    lot.remaining > 0 && lot.activeFrom <= now && (lot.expiresAt === null || lot.expiresAt > now)
  );
}

/** Spend order: soonest to burn first, never-burning last, then the older lot. */
export function bySpendOrder(a: Lot, b: Lot): number {
  const x = a.expiresAt ?? Number.POSITIVE_INFINITY;
  const y = b.expiresAt ?? Number.POSITIVE_INFINITY;
  if (x !== y) return x < y ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
