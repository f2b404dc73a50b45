import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { goodsSet } from './goods-set.ts';

const PARTS = {
  parts: [
    { filter: { skus: ['coffee'] }, minMilli: 2000 },
    { filter: { groupCodes: ['cakes'] }, minMilli: 1000 },
  ],
};
const withLines = (...skus: readonly [string, number][]) =>
  aReceipt({
    lines: skus.map(([sku, quantityMilli]) => ({ sku, quantityMilli, groupCodes: [`${sku}s`] })),
  });

test('the set is there when each part is', () => {
  assert.equal(checkOf(goodsSet, PARTS, withLines(['coffee', 2000], ['cake', 1000])), null);
});

test('what is missing of all parts adds up', () => {
  const missed = checkOf(goodsSet, PARTS, withLines(['coffee', 500]));
  assert.equal(missed?.code, 'goods-set-incomplete');
  assert.deepEqual(missed?.distance, { unit: 'milli', value: 2500 });
});

test('one line may serve several parts', () => {
  const twice = { parts: [PARTS.parts[0], { filter: { skus: ['coffee'] }, minMilli: 1000 }] };
  assert.equal(checkOf(goodsSet, twice, withLines(['coffee', 2000])), null);
});

test('a mistake of a part is named by its place', () => {
  const crossed = { filter: { skus: ['a'], minPriceKopecks: 2, maxPriceKopecks: 1 }, minMilli: 1 };
  const [problem] = goodsSet.problems({ parts: [PARTS.parts[0], crossed] });
  assert.equal(problem?.field, 'parts/1/filter/maxPriceKopecks');
});
