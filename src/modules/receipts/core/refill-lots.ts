import type { LotShare } from '#modules/ledger/core/index.ts';
import { assert } from '#shared/assert.ts';

/**
 * Which lots spent points go back to: the last to be drawn from is refilled first, so the buyer gets the
 * longest-lived points back first.
 * @param drawn    lots in the order they were drawn from, amounts > 0
 * @param given    points given back by earlier returns
 * @param points   points to give back now, ≤ Σ drawn − given (asserted)
 */
export function refillLots(drawn: readonly LotShare[], given: number, points: number): LotShare[] {
  let skip = given;
  let left = points;
  const shares: LotShare[] = [];
  for (const lot of [...drawn].reverse()) {
    const skipped = Math.min(skip, lot.amount);
    skip -= skipped;
    const amount = Math.min(lot.amount - skipped, left);
    left -= amount;
    if (amount > 0) shares.push({ id: lot.id, amount });
  }
  assert(left === 0, 'no more points come back than were spent');
  return shares;
}
