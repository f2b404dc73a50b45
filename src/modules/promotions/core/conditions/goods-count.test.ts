import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { goodsCount } from './goods-count.ts';

const receipt = aReceipt({
  lines: [
    { sku: 'milk', quantityMilli: 3000 },
    { sku: 'milk', quantityMilli: 1000 },
    { sku: 'tea', quantityMilli: 2500 },
  ],
});

test('lines, different goods and units are counted apart', () => {
  for (const [what, count] of [
    ['lines', 3],
    ['skus', 2],
    ['units', 5],
  ] as const) {
    assert.equal(checkOf(goodsCount, { what, minCount: count }, receipt), null, what);
    const missed = checkOf(goodsCount, { what, minCount: count + 2 }, receipt);
    assert.deepEqual(missed?.distance, { unit: 'units', value: 2 }, what);
    assert.equal(missed?.code, 'goods-too-few');
  }
});

test('too many miss without a distance', () => {
  const missed = checkOf(goodsCount, { what: 'lines', minCount: 0, maxCount: 2 }, receipt);
  assert.deepEqual([missed?.code, missed?.distance], ['goods-too-many', null]);
});

test('crossed bounds are a mistake', () => {
  const [problem] = goodsCount.problems({ what: 'lines', minCount: 2, maxCount: 1 });
  assert.equal(problem?.code, 'bounds-crossed');
});
