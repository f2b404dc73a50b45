import type { Decision } from '#modules/promotions/core/index.ts';
import type { Secrets } from '#platform/secrets.ts';
import { bucketOf, uuidBucket, uuidTime } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import { CALCULATION_TTL_MS, calculationDigest } from './calculation.ts';
import type { ConfirmItem } from './confirm-item.ts';
import { redeemableMax } from './core/redeemed.ts';
import { refuse } from './refusals.ts';

/** What a confirm came to under the lock. */
export type Evaluated = {
  readonly decision: Decision;
  readonly spendablePoints: number;
  readonly now: Instant;
};

/**
 * Refuses a confirm that would not give what the buyer was told: too few points, fewer points allowed
 * than asked for, a calculation that has expired or that came out differently.
 * @throws Refusal insufficient-points, redemption-over-limit, calculation-expired,
 *         calculation-mismatch, operation-id-reused
 */
export function refuseUnkeptPromise(
  secrets: Secrets,
  item: ConfirmItem,
  evaluated: Evaluated,
): void {
  const { decision, spendablePoints, now } = evaluated;
  const requested = item.request.spendPoints ?? 0;
  const { calculation } = item.request;
  if (calculation !== undefined) {
    if (uuidBucket(item.receiptId) !== bucketOf(item.owner)) throw refuse('operation-id-reused');
    if (now > uuidTime(item.receiptId) + CALCULATION_TTL_MS) throw refuse('calculation-expired');
    if (calculationDigest(secrets, asCalculated(item), decision) === calculation.digest) return;
  }
  if (requested > spendablePoints) {
    throw refuse('insufficient-points', { path: '/spendPoints', details: { spendablePoints } });
  }
  if (calculation !== undefined) throw refuse('calculation-mismatch', { path: '/calculation' });
  const redeemablePointsMax = redeemableMax(decision);
  if (requested > redeemablePointsMax) {
    throw refuse('redemption-over-limit', {
      path: '/spendPoints',
      details: { redeemablePointsMax },
    });
  }
}

function asCalculated(item: ConfirmItem) {
  return {
    receiptId: item.receiptId,
    owner: item.owner,
    terminalId: item.terminal.id,
    occurredAt: item.occurredAt,
    request: item.request,
  };
}
