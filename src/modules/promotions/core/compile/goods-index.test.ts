import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aLine } from '../../testing/builders.ts';
import type { GoodsNames } from './goods-filter.ts';
import { buildGoodsIndex, listsNaming } from './goods-index.ts';

const names = (wish: Partial<GoodsNames>): GoodsNames => ({
  skus: [],
  groupCodes: [],
  brandCodes: [],
  supplierCodes: [],
  ...wish,
});
const LISTS = [
  names({ skus: ['milk', 'tea'] }),
  names({ groupCodes: ['dairy'] }),
  names({ brandCodes: ['cow'], skus: ['milk', 'milk'] }),
  names({ supplierCodes: ['farm'] }),
  names({ groupCodes: ['milk'] }),
];

test('a line is on every list that has its SKU, any of its groups, its brand or its supplier', () => {
  const index = buildGoodsIndex(LISTS);
  const milk = {
    sku: 'milk',
    groupCodes: ['food', 'dairy'],
    brandCode: 'cow',
    supplierCode: 'farm',
  };
  assert.deepEqual(listsNaming(index, aLine(milk)), [0, 1, 2, 3]);
  assert.deepEqual(listsNaming(index, aLine({ sku: 'tea', groupCodes: [] })), [0]);
  assert.deepEqual(listsNaming(index, aLine({ sku: 'soap', groupCodes: [] })), []);
});

test('a SKU is not mistaken for a group of the same code', () => {
  const index = buildGoodsIndex(LISTS);
  assert.deepEqual(listsNaming(index, aLine({ sku: 'x', groupCodes: ['milk'] })), [4]);
});

test('a SKU that is described otherwise than before is looked up anew', () => {
  const index = buildGoodsIndex(LISTS);
  const asked = (more: Parameters<typeof aLine>[0]) =>
    listsNaming(index, aLine({ sku: 'cream', groupCodes: ['dairy'], ...more }));
  assert.deepEqual(asked({}), [1]);
  assert.deepEqual(asked({ brandCode: 'cow' }), [1, 2]);
  assert.deepEqual(asked({ supplierCode: 'farm' }), [1, 3]);
  assert.deepEqual(asked({ groupCodes: ['other'] }), []);
  assert.deepEqual(asked({ groupCodes: ['other', 'dairy'] }), [1]);
  assert.deepEqual(asked({}), [1]);
});

test('codes that objects inherit are codes like all others', () => {
  const index = buildGoodsIndex([names({ skus: ['constructor'] })]);
  assert.deepEqual(listsNaming(index, aLine({ sku: 'constructor' })), [0]);
  assert.deepEqual(listsNaming(index, aLine({ sku: 'toString' })), []);
});
