import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Store } from '#modules/partners/core/index.ts';
import { NO_POINTS, points } from '#shared/points.ts';
import { instant } from '#shared/time.ts';
import { factsOf } from './facts.ts';

const store: Store = {
  id: 's',
  code: 'PKC1',
  partnerCode: 'p',
  title: { ru: 'Магазин', en: 'Shop' },
  city: { ru: 'Петропавловск-Камчатский', en: 'Petropavlovsk' },
  regionCode: '41',
  formatCode: 'super',
  zone: 'Asia/Kamchatka',
};

test("the facts carry the shop's own wall clock and what the till was told", () => {
  const facts = factsOf({
    receiptId: 'r',
    occurredAt: instant(Date.UTC(2026, 2, 1, 11, 30)),
    store,
    terminalCode: 'till',
    counted: {},
    lines: [],
    request: { spendPoints: 5, chosenPromotions: ['gift'], deliveryKind: 'courier' },
    member: null,
    currency: { code: 'bonus' },
    rateOf: () => ({ num: 100, den: 1 }),
    balances: {
      bonus: { available: points(7), pending: NO_POINTS, expiring: NO_POINTS, total: points(7) },
    },
  });
  assert.equal(facts.local.minuteOfDay, 23 * 60 + 30);
  assert.equal(facts.local.date, '2026-03-01');
  assert.equal(facts.place?.channel, 'store');
  assert.deepEqual(facts.redemption, [
    { currencyCode: 'bonus', requestedPoints: 5, availablePoints: 7 },
  ]);
  assert.deepEqual(facts.chosenCodes, ['gift']);
  assert.equal(facts.deliveryKind, 'courier');
});
