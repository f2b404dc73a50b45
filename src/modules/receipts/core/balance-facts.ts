import { type Account, type Lot, standingOf } from '#modules/ledger/core/index.ts';
import type { Facts } from '#modules/promotions/core/index.ts';
import { points } from '#shared/points.ts';
import type { Instant } from '#shared/time.ts';

/** Points that burn within so many days count as expiring. */
const EXPIRING_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * A member's points as promotions see them, by currency.
 * @param lots of the accounts, those with points; none read = nothing is said to be pending or expiring
 */
export function balanceFacts(
  accounts: Iterable<Account>,
  lots: readonly Lot[],
  now: Instant,
): Facts['balances'] {
  return Object.fromEntries(
    [...accounts].map((account) => {
      const { currencyCode } = account;
      const own = lots.filter((lot) => lot.currencyCode === currencyCode);
      return [
        currencyCode,
        {
          available: points(standingOf(account).availablePoints),
          ...timedPoints(account, own, now),
          total: points(Math.max(0, account.balance - account.debt)),
        },
      ];
    }),
  );
}

/** Free points that are not awake yet, and those that burn soon. */
function timedPoints({ isExpirySuspended }: Account, lots: readonly Lot[], now: Instant) {
  const soon = now + EXPIRING_DAYS * DAY_MS;
  let [pending, expiring] = [0, 0];
  for (const { remaining, held, activeFrom, awaits, expiresAt } of lots) {
    const ends = isExpirySuspended ? null : expiresAt;
    if (ends !== null && ends <= now) continue;
    if (awaits !== null || activeFrom > now) pending += remaining - held;
    if (ends !== null && ends <= soon) expiring += remaining - held;
  }
  return { pending: points(pending), expiring: points(expiring) };
}
