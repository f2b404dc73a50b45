import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, decide } from '../testing/builders.ts';

const lines = [{ priceKopecks: 10_000 }, { priceKopecks: 5000, sku: 'tea' }];
const CAP = aPromotion({
  code: 'cap',
  phase: 7,
  then: [{ effect: 'redemption-cap', params: { shareBasisPoints: 5000 } }],
});
const EARN = aPromotion({
  code: 'earn',
  phase: 8,
  then: [
    { effect: 'earn-percent', params: { rateBasisPoints: 1000, lifetimeDays: 365 } },
    { effect: 'message', params: { channel: 'customer', text: { ru: 'Ура', en: 'Hooray' } } },
  ],
});
const TEA = aPromotion({
  code: 'tea',
  select: { selector: 'goods', params: { skus: ['tea'] } },
});

test('a decision tells each line’s money and points and who gave them', () => {
  const decision = decide([EARN, TEA, CAP], aReceipt({ lines, spend: 1450, available: 2000 }));
  assert.deepEqual(decision.lines, [
    {
      lineNo: 1,
      grossKopecks: 10_000,
      discountKopecks: 0,
      redeemedKopecks: 1000,
      payableKopecks: 9000,
      discounts: [],
      accruals: [{ promotionCode: 'earn', currencyCode: 'bonus', points: 900 }],
      redeemedPoints: 1000,
    },
    {
      lineNo: 2,
      grossKopecks: 5000,
      discountKopecks: 500,
      redeemedKopecks: 450,
      payableKopecks: 4050,
      discounts: [{ promotionCode: 'tea', kopecks: 500 }],
      accruals: [{ promotionCode: 'earn', currencyCode: 'bonus', points: 405 }],
      redeemedPoints: 450,
    },
  ]);
  assert.partialDeepStrictEqual(decision, {
    ruleSetVersion: 1,
    grossKopecks: 15_000,
    discountKopecks: 500,
    redeemedKopecks: 1450,
    payableKopecks: 13_050,
    redeemedPoints: 1450,
    redeemablePointsMax: 2000,
  });
});

test('an accrual names its lines, and a message its promotion', () => {
  const { accruals, messages } = decide([EARN], aReceipt({ lines }));
  assert.deepEqual(accruals[0]?.byLine, [
    { lineNo: 1, points: 1000 },
    { lineNo: 2, points: 500 },
  ]);
  assert.deepEqual(messages, [
    { promotionCode: 'earn', channel: 'customer', text: { ru: 'Ура', en: 'Hooray' } },
  ]);
});
