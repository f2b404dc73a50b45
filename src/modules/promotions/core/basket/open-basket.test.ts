import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aLine, aReceipt, type LineWish } from '../../testing/builders.ts';
import { newGoodsRegistry } from '../compile/goods-registry.ts';
import type { BasketLine } from '../facts.ts';
import { DEFAULT_SETTINGS, type Settings } from '../language/settings.ts';
import { STAGE_AFTER_BASKET, STAGE_OPEN } from './basket.ts';
import { newBasket, openBasket } from './open-basket.ts';
import { pointsColumn } from './points-column.ts';
import { redemptionColumn } from './redemption-column.ts';
import { USED_UP } from './slices.ts';

const fresh = () => newBasket(newGoodsRegistry().planOf([]));
const open = (lines: readonly BasketLine[], settings: Partial<Settings> = {}, into = fresh()) => {
  const facts = { ...aReceipt(), lines };
  openBasket(into, facts, { settings: { ...DEFAULT_SETTINGS, ...settings }, path: '' });
  return into;
};
const floorOf = (wish: LineWish, settings: Partial<Settings> = {}) =>
  open([aLine(wish)], settings).slices.floor[0];

test('every line begins as one slice at its full price', () => {
  const { slices } = open([
    aLine({ quantityMilli: 3000, grossKopecks: 10_000 }, 1),
    aLine({ quantityMilli: 350, priceKopecks: 60_000, isWeighed: true }, 2),
  ]);
  assert.equal(slices.count, 2);
  for (const [sums, expected] of [
    [slices.line, [0, 1]],
    [slices.units, [3, 1]],
    [slices.milli, [3000, 350]],
    [slices.gross, [10_000, 21_000]],
    [slices.base, [10_000, 21_000]],
    [slices.price, [10_000, 21_000]],
    [slices.floor, [0, 0]],
    [slices.paid, [0, 0]],
  ] as const) {
    assert.deepEqual([...sums.subarray(0, 2)], expected);
  }
  assert.deepEqual([...slices.first.subarray(0, 3)], [0, 1, 2]);
});

test('lines stand by their numbers, however the till sent them', () => {
  const basket = open([
    aLine({ lineNo: 30, sku: 'c' }),
    aLine({ lineNo: 7, sku: 'a' }),
    aLine({ lineNo: 12, sku: 'b' }),
  ]);
  assert.deepEqual(
    basket.lines.map(({ sku }) => sku),
    ['a', 'b', 'c'],
  );
});

test('the floor of a line is the greatest of law and programme, never above its gross', () => {
  const three = { quantityMilli: 3000, priceKopecks: 1000 };
  const weighed = { quantityMilli: 1005, priceKopecks: 999, isWeighed: true };
  assert.equal(floorOf({ ...three, minPriceKopecks: 700 }), 2100);
  assert.equal(floorOf(three, { floorUnitKopecks: 50 }), 150);
  assert.equal(floorOf({ ...three, minPriceKopecks: 700 }, { floorUnitKopecks: 800 }), 2400);
  assert.equal(floorOf(three, { floorBasisPoints: 3334 }), 1001);
  assert.equal(floorOf({ ...three, minPriceKopecks: 300 }, { floorBasisPoints: 5000 }), 1500);
  assert.equal(floorOf({ ...three, minPriceKopecks: 5000 }), 3000);
  // 1.005 × 333 is 334.665, and a floor is rounded up.
  assert.equal(floorOf({ ...weighed, minPriceKopecks: 333 }), 335);
});

test('goods that take no discount are their own floor; a gift of the till has none', () => {
  assert.equal(floorOf({ priceKopecks: 777, isNonDiscountable: true }), 777);
  assert.equal(floorOf({ grossKopecks: 0, minPriceKopecks: 500 }), 0);
});

test('a basket that is opened again remembers nothing', () => {
  const basket = open([aLine()]);
  basket.slices.price[0] = 1;
  basket.slices.paid[0] = 1;
  basket.slices.state[0] = USED_UP;
  basket.sliceMarks = USED_UP;
  basket.lineState[0] = 1;
  basket.lineMarks = 1;
  basket.stage = STAGE_AFTER_BASKET;
  basket.variables.set('a', 1);
  pointsColumn(basket, 'bonus').total = 5;
  redemptionColumn(basket, 'bonus').redeemedPoints = 5;
  open([aLine({ priceKopecks: 400 })], {}, basket);
  const { slices } = basket;
  assert.deepEqual([slices.price[0], slices.paid[0], slices.state[0]], [400, 0, 0]);
  assert.deepEqual([basket.sliceMarks, basket.lineMarks, basket.lineState[0]], [0, 0, 0]);
  assert.deepEqual([basket.points, basket.redemption], [[], []]);
  assert.equal(basket.variables.size, 0);
  assert.equal(basket.stage, STAGE_OPEN);
});

test('there is room for a thousand lines, and for none', () => {
  const lines = Array.from({ length: 1000 }, (_, i) => aLine({ priceKopecks: i }, i + 1));
  const { slices } = open(lines);
  assert.equal(slices.count, 1000);
  assert.equal(slices.price[999], 999);
  assert.equal(slices.first[1000], 1000);
  assert.equal(open([]).slices.count, 0);
});
