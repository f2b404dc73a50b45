import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { emissionsOf } from '../../testing/emissions.ts';
import { issueCoupon } from '../effects/deferred/issue-coupon.ts';
import { quantityProblems } from './deferred-quantity.ts';

const facts = aReceipt({ lines: [{ quantityMilli: 3000, priceKopecks: 1000 }] });
const quantityOf = (params: object) =>
  emissionsOf(issueCoupon, { emissionCode: 'e', ...params }, { facts })[0]?.quantity;

test('a quantity is multiplied by sets, units or full steps', () => {
  assert.equal(quantityOf({}), 1);
  assert.equal(quantityOf({ quantity: 4 }), 4);
  assert.equal(quantityOf({ quantity: 4, per: 'set' }), 4);
  assert.equal(quantityOf({ quantity: 4, per: 'unit' }), 12);
  assert.equal(quantityOf({ quantity: 4, per: 'step', perKopecks: 1400 }), 8);
  assert.equal(quantityOf({ per: 'step', perKopecks: 3001 }), undefined);
});

test('a step needs its size, and nothing else does', () => {
  assert.equal(quantityProblems({ per: 'step' })[0]?.code, 'step-without-size');
  assert.equal(quantityProblems({ per: 'unit', perKopecks: 5 })[0]?.code, 'step-without-size');
  assert.deepEqual(quantityProblems({ per: 'unit' }), []);
});
