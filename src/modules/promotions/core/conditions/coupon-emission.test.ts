import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { couponEmission } from './coupon-emission.ts';

const ofEmission = (code: string, more = {}) =>
  ({ code, emissionCode: 'spring', kind: 'public', isUsable: true, ...more }) as const;
const TWO = { emissionCodes: ['spring'], minCount: 2 };

test('so many usable coupons of the emission', () => {
  const two = aReceipt({ coupons: [ofEmission('A'), ofEmission('B')] });
  assert.equal(checkOf(couponEmission, TWO, two), null);
  const missed = checkOf(couponEmission, { ...TWO, minCount: 5 }, two);
  assert.deepEqual(missed?.distance, { unit: 'times', value: 3 });
});

test('a code counts once, bad coupons and plain codes do not count', () => {
  const coupons = [
    ofEmission('A'),
    ofEmission('A'),
    ofEmission('B', { isUsable: false }),
    ofEmission('C', { emissionCode: 'autumn' }),
    'D',
  ];
  const missed = checkOf(couponEmission, TWO, aReceipt({ coupons }));
  assert.equal(missed?.distance?.value, 1);
  assert.equal(missed?.text.ru, 'нужен купон');
});

test('a kind may be asked for', () => {
  const personal = { emissionCodes: ['spring'], kind: 'personal' };
  const mixed = aReceipt({ coupons: [ofEmission('A', { kind: 'personal' })] });
  assert.equal(checkOf(couponEmission, personal, mixed), null);
  const missed = checkOf(couponEmission, personal, aReceipt({ coupons: [ofEmission('A')] }));
  assert.equal(missed?.code, 'coupons-too-few');
});
