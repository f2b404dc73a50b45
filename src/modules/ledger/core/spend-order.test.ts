import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aCause, aLot, aState, daysLater } from '../testing/builders.ts';
import { free, isSpendable } from './lot.ts';
import { postRedemption } from './post.ts';
import { SPEND_ORDERS, spendOrder } from './spend-order.ts';

const lots = [
  aLot({ id: 'a', partnerCode: 'q' }),
  aLot({ id: 'b', expiresAt: daysLater(2) }),
  aLot({ id: 'c', expiresAt: daysLater(1), partnerCode: 'q' }),
  aLot({ id: 'd', expiresAt: daysLater(1), partnerCode: 'q' }),
];

test('each order begins with other lots and ends ties with the older', () => {
  const orders = SPEND_ORDERS.map((order) =>
    [...lots]
      .reverse()
      .sort(spendOrder(order, 'p'))
      .map((lot) => lot.id)
      .join(''),
  );
  assert.deepEqual(orders, ['cdba', 'abcd', 'bcda']);
});

const someLots = fc.array(
  fc.record({
    amount: fc.integer({ min: 1, max: 50 }),
    held: fc.nat(50),
    days: fc.option(fc.integer({ min: -2, max: 5 })),
    wakes: fc.integer({ min: -1, max: 1 }),
    partnerCode: fc.constantFrom('p', 'q'),
  }),
  { minLength: 1, maxLength: 12 },
);

test('no lot is drawn from while an earlier one in the order has free points', () => {
  fc.assert(
    fc.property(someLots, fc.constantFrom(...SPEND_ORDERS), fc.nat(400), (given, order, wish) => {
      const compare = spendOrder(order, 'p');
      const state = aState(
        given.map(({ amount, held, days, wakes, partnerCode }, place) =>
          aLot({
            id: `l${String(place).padStart(2, '0')}`,
            amount,
            held: Math.min(held, amount),
            expiresAt: days === null ? null : daysLater(days),
            activeFrom: daysLater(wakes),
            partnerCode,
          }),
        ),
      );
      const clock = { now: daysLater(0), isExpirySuspended: false };
      const able = state.lots.filter((lot) => isSpendable(lot, clock));
      const points = Math.min(
        wish,
        able.reduce((sum, lot) => sum + free(lot), 0),
      );
      if (points === 0) return;
      const posted = postRedemption(state, points, { ...aCause(), order: compare });
      const drawn = posted.lots.filter((lot, place) => lot !== state.lots[place]);
      const left = posted.lots.filter((lot) => isSpendable(lot, clock));
      for (const lot of drawn) {
        const isFirst = left.every((other) => other.id === lot.id || compare(lot, other) < 0);
        assert.ok(isFirst, `${lot.id} before its time`);
      }
    }),
  );
});
