import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCause, aLot, aState, daysLater } from '../testing/builders.ts';
import { freeIn, spendableLots, take } from './draw.ts';

test('points are taken lot after lot, free ones only', () => {
  const lots = [aLot({ id: 'a', amount: 5, held: 2 }), aLot({ id: 'b' }), aLot({ id: 'c' })];
  const { shares, left } = take(lots, 6);
  assert.deepEqual(shares, [
    { id: 'a', amount: -3 },
    { id: 'b', amount: -3 },
  ]);
  assert.equal(left, 0);
  assert.equal(take(lots, 30).left, 7);
  assert.equal(freeIn(lots), 23);
});

test('a full lot that is all reserved is passed over', () => {
  const { shares } = take([aLot({ id: 'a', held: 10 }), aLot({ id: 'b' })], 1);
  assert.deepEqual(shares, [{ id: 'b', amount: -1 }]);
});

test('nothing can be drawn from lots asleep, and the order is the one asked for', () => {
  const lots = [
    aLot({ id: 'a' }),
    aLot({ id: 'b', activeFrom: daysLater(1) }),
    aLot({ id: 'c', expiresAt: daysLater(1) }),
  ];
  const ids = (order?: (a: { id: string }, b: { id: string }) => number) => {
    const cause = order === undefined ? aCause() : { ...aCause(), order };
    return spendableLots(aState(lots), cause).map((lot) => lot.id);
  };
  assert.deepEqual(ids(), ['c', 'a']);
  assert.deepEqual(
    ids((a, b) => (a.id < b.id ? -1 : 1)),
    ['a', 'c'],
  );
});

test('taking no points, or a part of one, is a bug', () => {
  for (const points of [0, -1, 0.5]) assert.throws(() => take([aLot()], points));
});
