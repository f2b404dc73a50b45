import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, percentOff } from '../../testing/builders.ts';
import { decide, discountsOf } from '../../testing/decide.ts';

const promotion = (code: string, priority: number, then = [percentOff(1000)]) =>
  aPromotion({ code, then, stacking: { policy: 'chain', priority } });

test('each is counted from what the one before left', () => {
  const promotions = [promotion('a', 3), promotion('b', 2), promotion('c', 1)];
  assert.deepEqual(discountsOf(decide(promotions, aReceipt())), { a: 1000, b: 900, c: 810 });
});

test('the order is that of priorities, not of codes', () => {
  const fixed = { effect: 'fixed-price', params: { priceKopecks: 5000 } };
  const first = [promotion('a', 1), promotion('z', 2, [fixed])];
  assert.deepEqual(discountsOf(decide(first, aReceipt())), { a: 500, z: 5000 });
  const last = [promotion('a', 3), promotion('z', 2, [fixed])];
  assert.deepEqual(discountsOf(decide(last, aReceipt())), { a: 1000, z: 4000 });
});

test('selectors look at the price as it stands by then', () => {
  const half = aPromotion({
    code: 'a-half',
    select: { selector: 'goods', params: { skus: ['tea'] } },
    then: [percentOff(5000)],
    stacking: { policy: 'chain', priority: 2 },
  });
  const cheapest = aPromotion({
    code: 'b-cheapest',
    select: { selector: 'cheapest-units', params: { count: 1 } },
    stacking: { policy: 'chain', priority: 1 },
  });
  const facts = aReceipt({
    lines: [
      { sku: 'tea', priceKopecks: 1000 },
      { sku: 'milk', priceKopecks: 600 },
    ],
  });
  assert.deepEqual(discountsOf(decide([half, cheapest], facts)), {
    'a-half': 500,
    'b-cheapest': 50,
  });
});
