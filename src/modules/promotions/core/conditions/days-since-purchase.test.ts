import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt, day } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { daysSincePurchase } from './days-since-purchase.ts';

const bought = (lastPurchaseOn: string, date: string) =>
  aReceipt({ date, member: aMember({ lastPurchaseOn: day(lastPurchaseOn) }) });
const BACK = { minDays: 30, maxDays: 90 };

test('both bounds belong to the days without a purchase', () => {
  assert.equal(checkOf(daysSincePurchase, BACK, bought('2026-01-01', '2026-01-31')), null);
  assert.equal(checkOf(daysSincePurchase, BACK, bought('2026-01-01', '2026-04-01')), null);
});

test('too soon hears the days to wait, too late does not', () => {
  const soon = checkOf(daysSincePurchase, BACK, bought('2026-01-01', '2026-01-11'));
  assert.deepEqual(soon?.distance, { unit: 'days', value: 20 });
  const late = checkOf(daysSincePurchase, BACK, bought('2026-01-01', '2026-04-02'));
  assert.deepEqual([late?.code, late?.distance], ['purchase-too-long-ago', null]);
});

test('who never bought has no such day, nor has a stranger', () => {
  assert.equal(checkOf(daysSincePurchase, { maxDays: 9 }, aReceipt())?.code, 'never-bought');
  const anonymous = checkOf(daysSincePurchase, BACK, aReceipt({ member: null }));
  assert.equal(anonymous?.code, 'not-identified');
});
