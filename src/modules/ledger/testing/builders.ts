import { type MemberId, memberId } from '#shared/ids.ts';
import { type Instant, instant } from '#shared/time.ts';
import { type Account, type AccountState, emptyAccount, recounted } from '../core/account.ts';
import type { Lot } from '../core/lot.ts';
import type { Cause } from '../core/move.ts';

/** Monday, 15 June 2026, noon in Moscow. */
export const NOW = instant(Date.UTC(2026, 5, 15, 9));

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** The member of most tests: bucket 1. */
export const SOMEBODY: MemberId = memberId(16_385);

/** A moment some days after NOW. */
export function daysLater(days: number): Instant {
  return instant(NOW + days * DAY);
}

/** A lot of 10 points, active since NOW, never burning. */
export function aLot(changes: Partial<Lot> = {}): Lot {
  const amount = changes.amount ?? changes.remaining ?? 10;
  return {
    id: 'a',
    currencyCode: 'bonus',
    amount,
    remaining: amount,
    held: 0,
    earnedAt: NOW,
    activeFrom: NOW,
    awaits: null,
    expiresAt: null,
    lifetime: null,
    receiptId: 'r',
    promotionCode: 'base',
    partnerCode: 'p',
    funderCode: '',
    ...changes,
  };
}

/** An account over its lots, counted at NOW. */
export function aState(lots: readonly Lot[] = [], changes: Partial<Account> = {}): AccountState {
  const account = {
    ...emptyAccount(1, SOMEBODY, 'bonus'),
    balance: lots.reduce((sum, lot) => sum + lot.remaining, 0),
    held: lots.reduce((sum, lot) => sum + lot.held, 0),
    ...changes,
  };
  return { account: recounted(account, lots, NOW), lots };
}

/** What every movement of a test's operation has in common. */
export function aCause(changes: Partial<Cause> = {}): Cause {
  return {
    operationId: 'o',
    receiptId: 'r',
    occurredAt: NOW,
    postedAt: NOW,
    partnerCode: 'p',
    ...changes,
  };
}

/** What remains in lots, by id. */
export function remaining(state: { readonly lots: readonly Lot[] }): Record<string, number> {
  return Object.fromEntries(state.lots.map((lot) => [lot.id, lot.remaining]));
}
