import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aLot, daysLater } from '../testing/builders.ts';
import { arrivingLots, cargoFacts, cargoLots, pointsIn } from './cargo.ts';

const lot = aLot({ id: 'a', expiresAt: daysLater(3), funderCode: 'f', lifetime: '{}' });
const lots = cargoLots(
  [
    { id: 'b', amount: -2 },
    { id: 'a', amount: -5 },
  ],
  [lot, aLot({ id: 'b' })],
);

test('points travel in the order in which they were drawn, with all that is known of their lots', () => {
  assert.deepEqual(
    lots.map((one) => [one.fromLotId, one.points]),
    [
      ['b', 2],
      ['a', 5],
    ],
  );
  const { expiresAt, funderCode, lifetime } = lots[1] ?? {};
  assert.deepEqual([expiresAt, funderCode, lifetime], [daysLater(3), 'f', '{}']);
  assert.throws(() => cargoLots([{ id: 'nobody', amount: -1 }], [lot]));
});

test('lots that arrive have ids of their own', () => {
  let made = 0;
  const arrived = arrivingLots(lots, () => `n${(made += 1)}`);
  assert.deepEqual(
    arrived.map((one) => [one.id, one.points, one.expiresAt]),
    [
      ['n1', 2, null],
      ['n2', 5, daysLater(3)],
    ],
  );
  assert.equal('fromLotId' in (arrived[0] ?? {}), false);
});

test('an answer says what travels, by currency', () => {
  assert.equal(pointsIn(lots), 7);
  assert.deepEqual(cargoFacts([{ currencyCode: 'bonus', debt: 3, lots }]), [
    { currencyCode: 'bonus', points: 7, debtPoints: 3 },
  ]);
});
