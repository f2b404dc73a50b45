import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { openBasket } from '../basket.ts';
import { undiscounted } from './undiscounted.ts';

test('lines that are already cheaper are passed over', () => {
  const basket = openBasket(aReceipt({ lines: [{}, { sku: 'milk' }, { sku: 'tea' }] }));
  basket.discountedKopecks[0] = 9_999;
  assert.deepEqual(undiscounted.compile({})(basket), [0, 1000, 1000]);
  assert.deepEqual(undiscounted.compile({ skus: ['tea', 'bread'] })(basket), [0, 0, 1000]);
});
