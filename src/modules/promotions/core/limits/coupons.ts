import type { Emission } from '../give/emission.ts';
import type { LimitUnitEntry } from '../language/limit-unit.ts';
import { roomOf } from '../play/limit-book.ts';
import { answerOfOutcome } from '../play/limit-walk.ts';
import type { Trial } from '../play/trial.ts';

/** How many coupons a promotion issues; the last are cut first. */
export const coupons: LimitUnitEntry = {
  code: 'coupons',
  title: { ru: 'купонов', en: 'coupons' },
  bounds: 'outcome',
  cut: (limit, book, trial) => {
    const issued = issuedCoupons(trial);
    const room = roomOf(book, limit, trial.basket);
    if (issued <= room) return 'within';
    let left = room;
    const kept = trial.emissions.flatMap((emission) => {
      if (!emission.isCoupon) return [emission];
      const quantity = Math.min(emission.quantity, left);
      left -= quantity;
      return quantity === 0 ? [] : [withQuantity(emission, quantity)];
    });
    trial.emissions.splice(0, trial.emissions.length, ...kept);
    return answerOfOutcome(limit.isStop);
  },
  amount: issuedCoupons,
};

function withQuantity(emission: Emission, quantity: number): Emission {
  if (emission.record === null) return { ...emission, quantity };
  return { ...emission, quantity, record: { ...emission.record, quantity } };
}

function issuedCoupons({ emissions }: Trial): number {
  return emissions.reduce((sum, one) => sum + (one.isCoupon ? one.quantity : 0), 0);
}
