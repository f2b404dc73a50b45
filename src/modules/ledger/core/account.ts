import type { MemberId } from '#shared/ids.ts';
import { type Instant, instant } from '#shared/time.ts';
import { earlier, free, isSpendable, type Lot, nextChange } from './lot.ts';

/** A member's account in one currency as it stands. All amounts are points in the smallest unit. */
export type Account = {
  readonly bucket: number;
  readonly memberId: MemberId;
  readonly currencyCode: string;
  /** Points on the account, ≥ 0. */
  readonly balance: number;
  /** Points owed (taken back after they were spent, or lent), ≥ 0; the next accrual repays it first. */
  readonly debt: number;
  /** Part of the balance that open holds reserve, ≥ 0. */
  readonly held: number;
  /** Part of the rest that cannot be spent: not active yet, or burnt and not written off yet. */
  readonly unspendable: number;
  /** When that part may next change by itself; null = never. Never later than the true moment. */
  readonly changesAt: Instant | null;
  /** Whether lots keep their points beyond their dates (a tier's privilege). */
  readonly isExpirySuspended: boolean;
  /** Whether a lot with a date that may still move was ever opened: then no activity goes without its lots. */
  readonly hasMovingLots: boolean;
  /** Number of the last entry; 0 when there is none. */
  readonly seq: number;
  /** Hash of the last entry, hex; zeros when there is none. */
  readonly lastHash: string;
};

/** An account and all of its lots that hold points, as movements take them. */
export type AccountState = { readonly account: Account; readonly lots: readonly Lot[] };

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
    held: 0,
    unspendable: 0,
    changesAt: null,
    isExpirySuspended: false,
    hasMovingLots: false,
    seq: 0,
    lastHash: NO_HASH,
  };
}

/** Points that can be spent, right until `changesAt`. */
export function spendable(account: Account): number {
  return account.balance - account.held - account.unspendable;
}

/** Longer than locks are waited for: lock and statement timeouts end a batch before. */
const LOCKS_MS = 30_000;

/** Until when lots are looked for when accounts are read now: the moment of posting comes behind the locks. */
export function lotsHorizon(asked: Instant): Instant {
  return instant(asked + LOCKS_MS);
}

/**
 * Whether no operation may go without the account's lots: time has made its own count stale (a lot has
 * woken or burnt), or an activity may move dates.
 * @param now the horizon by which the lots were read, or the moment itself when they all were
 */
export function needsLots(
  account: Pick<Account, 'changesAt' | 'hasMovingLots'>,
  now: Instant,
): boolean {
  return account.hasMovingLots || (account.changesAt !== null && account.changesAt <= now);
}

/**
 * The account with its unspendable part counted anew.
 * @param lots all lots of the account that hold points
 */
export function recounted(account: Account, lots: readonly Lot[], now: Instant): Account {
  const clock = clockOf(account, now);
  let unspendable = 0;
  let changesAt: Instant | null = null;
  for (const lot of lots) {
    if (lot.remaining === 0) continue;
    if (!isSpendable(lot, clock)) unspendable += free(lot);
    changesAt = earlier(changesAt, nextChange(lot, clock));
  }
  return { ...account, unspendable, changesAt };
}

/** How time looks at the account's lots. */
export function clockOf(account: Pick<Account, 'isExpirySuspended'>, now: Instant) {
  return { now, isExpirySuspended: account.isExpirySuspended };
}
