import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, grantOf, partOf } from '../../testing/builders.ts';
import { roundDownTotal } from './round-down-total.ts';

const receipt = aReceipt({ lines: [{ priceKopecks: 12_345 }, { priceKopecks: 34 }] });

test('the total becomes a multiple of the step', () => {
  const grant = grantOf(roundDownTotal, { stepKopecks: 100 }, receipt);
  assert.deepEqual(grant, { kind: 'discount', kopecksByLine: [79, 0] });
});

test('goods that cost less than the difference leave the total as it is', () => {
  assert.equal(grantOf(roundDownTotal, { stepKopecks: 100 }, partOf(receipt, [0, 1000])), null);
});
