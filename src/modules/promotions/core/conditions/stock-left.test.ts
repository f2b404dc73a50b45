import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { stockLeft } from './stock-left.ts';

const GIFT = { stockCode: 'magnets' };

test('something is left, or so much of it', () => {
  const some = aReceipt({ stock: { magnets: 3 } });
  assert.equal(checkOf(stockLeft, GIFT, some), null);
  assert.equal(checkOf(stockLeft, { ...GIFT, minCount: 3 }, some), null);
  const missed = checkOf(stockLeft, { ...GIFT, minCount: 4 }, some);
  assert.deepEqual([missed?.code, missed?.distance], ['out-of-stock', null]);
});

test('what is not known is not there', () => {
  assert.equal(checkOf(stockLeft, GIFT, aReceipt())?.code, 'out-of-stock');
});
