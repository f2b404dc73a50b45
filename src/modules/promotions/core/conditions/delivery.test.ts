import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { delivery } from './delivery.ts';

test('the way of delivery must be listed', () => {
  const byCourier = aReceipt({ deliveryKind: 'courier' });
  assert.equal(checkOf(delivery, { kinds: ['pickup', 'courier'] }, byCourier), null);
  assert.equal(checkOf(delivery, { kinds: ['pickup'] }, byCourier)?.code, 'wrong-delivery');
});

test('a purchase that is not delivered has no way of delivery', () => {
  assert.equal(checkOf(delivery, { kinds: ['courier'] }, aReceipt())?.code, 'wrong-delivery');
});
