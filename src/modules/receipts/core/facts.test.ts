import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Store } from '#modules/partners/core/index.ts';
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

test("the facts carry the shop's own wall clock", () => {
  const facts = factsOf({
    receiptId: 'r',
    occurredAt: instant(Date.UTC(2026, 2, 1, 11, 30)),
    store,
    lines: [],
    request: { spendPoints: 5 },
    member: null,
    currency: { code: 'bonus' },
    rateOf: () => ({ num: 100, den: 1 }),
    availablePoints: 7,
  });
  assert.equal(facts.local.minuteOfDay, 23 * 60 + 30);
  assert.equal(facts.local.date, '2026-03-01');
  assert.equal(facts.place.channel, 'store');
  assert.deepEqual([facts.redemption.requestedPoints, facts.redemption.availablePoints], [5, 7]);
});
