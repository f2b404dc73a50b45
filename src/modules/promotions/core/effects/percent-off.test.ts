import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, grantOf, partOf } from '../../testing/builders.ts';
import { percentOff } from './percent-off.ts';

test('each line is rounded to the nearest kopeck on its own', () => {
  const receipt = aReceipt({ lines: [{ priceKopecks: 1005 }, { priceKopecks: 1004 }, {}] });
  const grant = grantOf(percentOff, { rateBasisPoints: 1000 }, partOf(receipt, [1000, 1000, 0]));
  assert.deepEqual(grant, { kind: 'discount', kopecksByLine: [101, 100, 0] });
});

test('a part of a line gives a part of its price', () => {
  const receipt = aReceipt({ lines: [{ quantityMilli: 3000, priceKopecks: 1000 }] });
  const grant = grantOf(percentOff, { rateBasisPoints: 5000 }, partOf(receipt, [1000]));
  assert.deepEqual(grant, { kind: 'discount', kopecksByLine: [500] });
});
