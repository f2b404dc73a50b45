import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBalance, aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { balance } from './balance.ts';

const holding = (available: number) => aReceipt({ balances: { bonus: aBalance(available) } });
const RICH = { currencyCode: 'bonus', minPoints: 500, maxPoints: 900 };

test('both bounds belong to the balance', () => {
  assert.equal(checkOf(balance, RICH, holding(500)), null);
  assert.equal(checkOf(balance, RICH, holding(900)), null);
});

test('too few points hear how many are missing, too many do not', () => {
  const poor = checkOf(balance, RICH, holding(450));
  assert.deepEqual(poor?.distance, { unit: 'points', value: 50 });
  const rich = checkOf(balance, RICH, holding(901));
  assert.deepEqual([rich?.code, rich?.distance], ['balance-too-large', null]);
});

test('the receipt’s own points count when asked for', () => {
  const earning = {
    facts: holding(450),
    change: (basket: { points: object[] }) => {
      basket.points.push({ currencyCode: 'bonus', total: 60 });
    },
  };
  assert.equal(checkOf(balance, { ...RICH, withReceipt: true }, earning), null);
  assert.equal(checkOf(balance, RICH, earning)?.distance?.value, 50);
});

test('an unknown balance is 0, and a stranger has none', () => {
  assert.equal(checkOf(balance, RICH, aReceipt())?.distance?.value, 500);
  const pending = { currencyCode: 'bonus', measure: 'pending', maxPoints: 0 };
  assert.equal(checkOf(balance, pending, holding(5)), null);
  assert.equal(checkOf(balance, RICH, aReceipt({ member: null }))?.code, 'not-identified');
});
