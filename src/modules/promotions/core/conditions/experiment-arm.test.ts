import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { experimentArm } from './experiment-arm.ts';

const params = { experimentCode: 'new-price', arms: ['b', 'c'] };

test('the member’s arm must be listed', () => {
  const inArm = (arm: string) => aReceipt({ member: aMember({ arms: { 'new-price': arm } }) });
  assert.equal(checkOf(experimentArm, params, inArm('b')), null);
  assert.equal(checkOf(experimentArm, params, inArm('a'))?.code, 'wrong-arm');
});

test('who is in no arm, or nobody, misses', () => {
  assert.equal(checkOf(experimentArm, params, aReceipt())?.code, 'wrong-arm');
  const anonymous = checkOf(experimentArm, params, aReceipt({ member: null }));
  assert.equal(anonymous?.code, 'not-identified');
});
