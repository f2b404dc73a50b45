import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBasket } from '../../testing/basket.ts';
import { aReceipt } from '../../testing/builders.ts';
import { dropPoints, pointsColumn } from './points-column.ts';

test('a currency has one column, made when it is first asked for', () => {
  const basket = aBasket(aReceipt());
  const bonus = pointsColumn(basket, 'bonus');
  bonus.all[0] = 5;
  assert.equal(pointsColumn(basket, 'bonus'), bonus);
  assert.notEqual(pointsColumn(basket, 'miles'), bonus);
  assert.deepEqual(
    basket.points.map(({ currencyCode }) => currencyCode),
    ['bonus', 'miles'],
  );
});

test('a column begins with nothing on every slice there is room for', () => {
  const basket = aBasket(aReceipt({ lines: Array.from({ length: 20 }, () => ({})) }));
  const { earned, all, base, total, debited } = pointsColumn(basket, 'bonus');
  for (const amounts of [earned, all, base]) {
    assert.ok(amounts.length >= basket.slices.count);
    assert.ok(amounts.every((points) => points === 0));
  }
  assert.deepEqual([total, debited], [0, 0]);
});

test('a column of an earlier receipt begins anew for the next', () => {
  const basket = aBasket(aReceipt());
  const bonus = pointsColumn(basket, 'bonus');
  bonus.all[0] = 7;
  bonus.total = 7;
  bonus.debited = 1;
  dropPoints(basket);
  assert.equal(basket.points.length, 0);
  const miles = pointsColumn(basket, 'miles');
  assert.deepEqual([miles.all[0], miles.total, miles.debited], [0, 0, 0]);
  assert.equal(basket.points[0]?.currencyCode, 'miles');
});
