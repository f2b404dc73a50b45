import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, grantOf, partOf } from '../../testing/builders.ts';
import { redemptionCap } from './redemption-cap.ts';

test('points may pay for a share of the selected goods, rounded down on their total', () => {
  const receipt = aReceipt({
    lines: [{ priceKopecks: 101 }, { priceKopecks: 202 }, { priceKopecks: 500 }],
  });
  const grant = grantOf(
    redemptionCap,
    { shareBasisPoints: 5000 },
    partOf(receipt, [1000, 1000, 0]),
  );
  assert.deepEqual(grant, { kind: 'redeemable', kopecksByLine: [50, 101, 0] });
});
