import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, grantOf } from '../../testing/builders.ts';
import { fixedPrice } from './fixed-price.ts';

test('the line comes down to the price, and never goes up to it', () => {
  const receipt = aReceipt({
    lines: [
      { quantityMilli: 2000, priceKopecks: 500 },
      { priceKopecks: 300 },
      { quantityMilli: 1500, priceKopecks: 500 },
    ],
  });
  const grant = grantOf(fixedPrice, { priceKopecks: 399 }, receipt);
  // 1.5 kg at 3.99 is 5.985, so 5.99.
  assert.deepEqual(grant, { kind: 'discount', kopecksByLine: [202, 0, 151] });
});
