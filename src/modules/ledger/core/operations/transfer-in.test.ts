import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, daysLater } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

const TRANSFER = { pointsMin: 1, dailyPointsMax: 1000, feeBasisPoints: 0, feePoints: 0 };
const BONUS = { currencyCode: 'bonus' };

function aGift(points: number) {
  const world = aWorld({ terms: { bonus: { transfer: TRANSFER } } });
  const [giver, taker] = [world.member(1), world.member(2)];
  const lifetime = {
    activation: { when: 'at-once' },
    expiry: { when: 'after', count: 2, unit: 'day', from: 'accrual', endOf: 'none' },
  };
  giver.good('credit', { ...BONUS, points: 60, reasonCode: 'x', lifetime });
  giver.good('earn', { ...BONUS, points: 60, promotionCode: 'base', funderCode: 'f' });
  const { transit } = giver.good('transfer-out', {
    ...BONUS,
    toMemberId: taker.id,
    points,
    as: 'gift',
  });
  return { world, giver, taker, transit };
}

test('what was sent arrives lot by lot, with dates and origins', () => {
  const { giver, taker, transit } = aGift(100);
  const { points } = taker.good('transfer-in', { transit });
  assert.equal(points, 100);
  assert.deepEqual(
    taker.lots().map((lot) => [lot.amount, lot.expiresAt, lot.promotionCode, lot.funderCode]),
    [
      [60, daysLater(2), 'x', ''],
      [40, null, 'base', 'f'],
    ],
  );
  assert.equal(taker.book.entries[0]?.memo, String(giver.id));
});

test('a gift repays what its receiver owes', () => {
  const { taker, transit } = aGift(100);
  taker.good('take-back', { ...BONUS, points: 70 });
  taker.good('transfer-in', { transit });
  assert.deepEqual([taker.account().debt, ...taker.remaining()], [0, 0, 30]);
});

test('points that burn on their way are written off on arrival', () => {
  const { world, taker, transit } = aGift(100);
  world.pass(3 * DAY);
  taker.good('transfer-in', { transit });
  assert.deepEqual(taker.entries(), [
    ['transfer-in', 100],
    ['expiry', -60],
  ]);
});

test('a transit for somebody else, or of another kind, does not come in', () => {
  const { giver, taker, transit } = aGift(100);
  assert.equal(giver.refused('transfer-in', { transit }).code, 'unknown-transit');
  const merge = { ...Object(transit), kind: 'merge' };
  assert.equal(taker.refused('transfer-in', { transit: merge }).code, 'unknown-transit');
});
