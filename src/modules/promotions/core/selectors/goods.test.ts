import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, pickOf } from '../../testing/builders.ts';
import { goods } from './goods.ts';

const receipt = aReceipt({
  lines: [
    { sku: 'milk', groupCodes: ['dairy', 'food'], quantityMilli: 2000 },
    { sku: 'cheese', groupCodes: ['cheeses', 'dairy', 'food'], quantityMilli: 350 },
    { sku: 'soap', groupCodes: ['home'] },
  ],
});

test('goods are picked by group, by SKU, and by what they are not', () => {
  assert.deepEqual(pickOf(goods, { groupCodes: ['dairy'] }, receipt), [2000, 350, 0]);
  assert.deepEqual(pickOf(goods, { skus: ['soap'] }, receipt), [0, 0, 1000]);
  assert.deepEqual(pickOf(goods, { exceptGroupCodes: ['home'] }, receipt), [2000, 350, 0]);
  const params = { groupCodes: ['food'], exceptGroupCodes: ['cheeses'] };
  assert.deepEqual(pickOf(goods, params, receipt), [2000, 0, 0]);
});

test('when no line matches, nothing is picked', () => {
  assert.equal(pickOf(goods, { skus: ['caviar'] }, receipt), null);
});

test('goods that name nothing are a mistake', () => {
  assert.equal(goods.problems({})[0]?.code, 'no-goods-named');
});
