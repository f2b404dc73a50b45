import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { decide, discountsOf } from '../../testing/decide.ts';
import { givenBy, type TryWish } from '../../testing/try-builders.ts';
import { cheapestUnits } from '../selectors/cheapest-units.ts';
import { minPrice } from './min-price.ts';

const floorsOf = (params: object, wish: TryWish) => givenBy(minPrice, params, wish).floors;

test('a price per unit is a floor, rounded up, never above the price', () => {
  const lines = [
    { quantityMilli: 2000, priceKopecks: 500 },
    { priceKopecks: 300 },
    { quantityMilli: 1005, priceKopecks: 999, isWeighed: true },
  ];
  // 1.005 × 333 is 334.665.
  assert.deepEqual(floorsOf({ priceKopecks: 333 }, { lines }), [666, 300, 335]);
});

test('a share is of the full price, rounded up', () => {
  const lines = [{ priceKopecks: 1001 }, { priceKopecks: 1 }];
  assert.deepEqual(floorsOf({ shareBasisPoints: 5000 }, { lines }), [501, 1]);
});

test('a floor that is higher already stays: nothing is raised', () => {
  const lines = [{ priceKopecks: 1000, minPriceKopecks: 700 }];
  assert.deepEqual(floorsOf({ priceKopecks: 700 }, { lines }), []);
  assert.deepEqual(floorsOf({ priceKopecks: 701 }, { lines }), [701]);
});

test('of a line that is selected in part only that part is bound', () => {
  const lines = [{ quantityMilli: 3000, grossKopecks: 10_000 }];
  const one: TryWish = { lines, select: [cheapestUnits, { count: 1 }] };
  assert.deepEqual(floorsOf({ shareBasisPoints: 10_000 }, one), [3334]);
});

test('a minimum takes nothing off and stops those who would', () => {
  const floor = aPromotion({
    code: 'floor',
    phase: 1,
    then: [{ effect: 'min-price', params: { priceKopecks: 9500 } }],
  });
  const decision = decide([floor, aPromotion({ code: 'ten' })], aReceipt());
  assert.deepEqual(discountsOf(decision), { ten: 500 });
});

test('either a price or a share is named', () => {
  const code = (params: object) => minPrice.problems(params)[0]?.code;
  assert.equal(code({}), 'price-or-share');
  assert.equal(code({ priceKopecks: 1, shareBasisPoints: 1 }), 'price-or-share');
  assert.equal(code({ shareBasisPoints: 1 }), undefined);
});
