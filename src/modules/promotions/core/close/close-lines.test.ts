import assert from 'node:assert/strict';
import { test } from 'node:test';
import { points } from '#shared/points.ts';
import { aPromotion, aReceipt, goodsOf, linesOf, percentOff } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';

const COFFEE_AND_TEA = linesOf(['coffee', 10_000], ['tea', 5000]);
const CURRENCIES = {
  bonus: { kopecksPerPoint: { num: 1, den: 1 } },
  gems: { kopecksPerPoint: { num: 1, den: 1 } },
};
const earn = (code: number, currencyCode: string) => ({
  effect: 'earn-fixed',
  params: { points: code, per: 'receipt', currencyCode },
});
const cap = (currencyCode: string) => ({
  effect: 'redemption-cap',
  params: { shareBasisPoints: 1000, currencyCode },
});

test('lines stand by number, and each is gross = discount + redeemed + payable', () => {
  const lines = [
    { sku: 'tea', lineNo: 9, priceKopecks: 5000 },
    { sku: 'coffee', lineNo: 2 },
  ];
  const found = decide([aPromotion({ select: goodsOf('tea') })], aReceipt({ lines })).lines;
  assert.deepEqual(
    found.map((line) => [
      line.lineNo,
      line.grossKopecks,
      line.discountKopecks,
      line.redeemedKopecks,
      line.payableKopecks,
    ]),
    [
      [2, 10_000, 0, 0, 10_000],
      [9, 5000, 500, 0, 4500],
    ],
  );
});

test('discounts of a line stand in order of play, those of 0 are left out', () => {
  const promotions = [
    aPromotion({ code: 'a', phase: 4, then: [percentOff(1000)] }),
    aPromotion({ code: 'z', phase: 2, select: goodsOf('tea'), then: [percentOff(2000)] }),
  ];
  const { lines } = decide(promotions, aReceipt({ lines: COFFEE_AND_TEA }));
  assert.deepEqual(
    lines.map(({ discounts }) => discounts.map((one) => [one.promotionCode, one.kopecks])),
    [
      [['a', 1000]],
      [
        ['z', 1000],
        ['a', 400],
      ],
    ],
  );
});

test('points of a line: one entry per promotion and currency, by code; debits stand nowhere', () => {
  const debit = { effect: 'debit-points', params: { points: 5, currencyCode: 'bonus' } };
  const promotion = aPromotion({
    code: 'a',
    phase: 8,
    then: [earn(30, 'gems'), earn(3, 'bonus'), earn(60, 'gems'), debit],
  });
  const facts = aReceipt({ lines: COFFEE_AND_TEA, currencies: CURRENCIES });
  assert.deepEqual(
    decide([promotion], facts).lines.map(({ accruals }) =>
      accruals.map((one) => [one.currencyCode, one.points]),
    ),
    [
      // 2 : 1 of each gift: 20 + 40 gems and 2 points; 10 + 20 gems and 1 point.
      [
        ['bonus', 2],
        ['gems', 60],
      ],
      [
        ['bonus', 1],
        ['gems', 30],
      ],
    ],
  );
});

test('points that pay stand by the order of the currencies, and only where they pay', () => {
  const asked = (currencyCode: string, requested: number, order: number) => ({
    currencyCode,
    requestedPoints: points(requested),
    availablePoints: points(requested),
    order,
  });
  const promotion = aPromotion({
    phase: 7,
    select: goodsOf('tea'),
    then: [cap('bonus'), cap('gems')],
  });
  const facts = aReceipt({
    lines: COFFEE_AND_TEA,
    currencies: CURRENCIES,
    redemption: [asked('bonus', 70, 2), asked('gems', 30, 1)],
  });
  const { lines } = decide([promotion], facts);
  assert.deepEqual(
    lines.map(({ redeemedPoints }) => redeemedPoints),
    [
      [],
      [
        { currencyCode: 'gems', points: 30 },
        { currencyCode: 'bonus', points: 70 },
      ],
    ],
  );
  assert.equal(lines[1]?.redeemedKopecks, 100);
});
