import assert from 'node:assert/strict';
import { test } from 'node:test';
import { points } from '#shared/points.ts';
import {
  aPromotion,
  aReceipt,
  goodsOf,
  linesOf,
  type PromotionWish,
  type ReceiptWish,
} from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import type { Settings } from '../language/settings.ts';

const share = (shareBasisPoints: number, currencyCode = 'bonus') => ({
  effect: 'redemption-cap',
  params: { shareBasisPoints, currencyCode },
});
const amount = (amountKopecks: number) => ({
  effect: 'redemption-amount',
  params: { amountKopecks, currencyCode: 'bonus' },
});

/** What is paid under one promotion of phase 7 with these effects. */
function paid(
  then: PromotionWish['then'] & object,
  receipt: ReceiptWish,
  settings: Partial<Settings> = {},
) {
  const promotion = aPromotion({ phase: 7, then });
  return decide([promotion], aReceipt(receipt), { settings });
}
function redemption(allowed: number, receipt: ReceiptWish) {
  const [found] = paid([amount(allowed)], receipt).redemptions;
  return [found?.points, found?.kopecks, found?.redeemablePointsMax];
}
const rate = (num: number, den: number) => ({
  kopecksPerPoint: { num, den },
  available: 1_000_000,
});

for (const [what, allowed, receipt, expected] of [
  ['a rouble each pay whole roubles', 5025, { ...rate(100, 1), spend: 999 }, [50, 5000, 50]],
  [
    'a third each: the fewest that are worth it',
    100,
    { ...rate(1, 3), spend: 999 },
    [300, 100, 300],
  ],
  [
    'a third each, 100 wanted: one of them is worth nothing',
    100,
    { ...rate(1, 3), spend: 100 },
    [99, 33, 300],
  ],
  ['3.5 each, of which 28 fit into 1.00', 100, { ...rate(7, 2), spend: 999 }, [28, 98, 28]],
  ['more than is allowed pay nothing', 99, { ...rate(100, 1), spend: 999 }, [0, 0, 0]],
  ['nothing each pay nothing', 5000, { ...rate(0, 1), spend: 999 }, [0, 0, 0]],
  ['that nobody asked for are counted only', 5000, { ...rate(1, 1), spend: 0 }, [0, 0, 5000]],
  ['as many as were asked for', 5000, { ...rate(1, 1), spend: 70 }, [70, 70, 5000]],
  ['as many as there are', 5000, { available: 40, spend: 70 }, [40, 40, 40]],
] as const) {
  test(`points: ${what}`, () => {
    assert.deepEqual(redemption(allowed, receipt), expected);
  });
}

test('money and points fall on the lines in proportion to what is allowed there', () => {
  const { lines } = paid([share(5000)], {
    lines: linesOf(['coffee', 10_000], ['tea', 5000]),
    spend: 1000,
    available: 1000,
  });
  assert.deepEqual(
    lines.map(({ redeemedKopecks, redeemedPoints }) => [
      redeemedKopecks,
      redeemedPoints[0]?.points,
    ]),
    [
      [667, 667],
      [333, 333],
    ],
  );
});

test('without a promotion of phase 7 nothing is paid and nothing could be', () => {
  const { redemptions } = decide([aPromotion()], aReceipt({ spend: 10, available: 10 }));
  assert.partialDeepStrictEqual(redemptions, [{ points: 0, kopecks: 0, redeemablePointsMax: 0 }]);
});

test('the part of a price below the floor is paid in money, unless the programme says otherwise', () => {
  const receipt = {
    lines: [{ minPriceKopecks: 6000 }, { sku: 'gift', priceKopecks: 700, isNonDiscountable: true }],
    spend: 99_999,
    available: 99_999,
  };
  assert.equal(paid([share(10_000)], receipt).redeemedKopecks, 4000);
  assert.equal(paid([share(10_000)], receipt, { pointsPayFloor: true }).redeemedKopecks, 10_700);
});

test('all currencies together pay at most the programme’s share, the first in order first', () => {
  const asked = (currencyCode: string, order: number) => ({
    currencyCode,
    requestedPoints: points(99_999),
    availablePoints: points(99_999),
    order,
  });
  const kopeck = { kopecksPerPoint: { num: 1, den: 1 } };
  const { redemptions, redeemedKopecks } = paid(
    [share(4000, 'bonus'), share(10_000, 'gems')],
    {
      currencies: { bonus: kopeck, gems: kopeck },
      redemption: [asked('gems', 2), asked('bonus', 1)],
    },
    { redemptionCapBasisPoints: 7000 },
  );
  assert.equal(redeemedKopecks, 7000);
  assert.deepEqual(
    redemptions.map(({ currencyCode, kopecks }) => [currencyCode, kopecks]),
    [
      ['bonus', 4000],
      ['gems', 3000],
    ],
  );
});

test('one currency leaves less of a slice to the next', () => {
  const kopeck = { kopecksPerPoint: { num: 1, den: 1 } };
  const asked = (currencyCode: string) => ({
    currencyCode,
    requestedPoints: points(99_999),
    availablePoints: points(99_999),
  });
  const promotions = [
    aPromotion({ code: 'a', phase: 7, select: goodsOf('tea'), then: [share(8000, 'bonus')] }),
    aPromotion({ code: 'b', phase: 7, then: [share(10_000, 'gems')] }),
  ];
  const { redemptions } = decide(
    promotions,
    aReceipt({
      lines: linesOf(['coffee', 1000], ['tea', 500]),
      currencies: { bonus: kopeck, gems: kopeck },
      redemption: [asked('gems'), asked('bonus')],
    }),
  );
  assert.deepEqual(
    redemptions.map(({ kopecks }) => kopecks),
    [400, 1100],
  );
});

test('amounts near the bounds of all money are paid exactly', () => {
  const receipt = {
    lines: [{ grossKopecks: 10 ** 13 }],
    ...rate(1, 3),
    available: 10 ** 12,
    spend: 10 ** 12,
  };
  assert.equal(paid([share(10_000)], receipt).redeemedKopecks, 333_333_333_333);
});

test('the least number of points may be paid, one less may not', () => {
  const least = { effect: 'redemption-steps', params: { minPoints: 50, currencyCode: 'bonus' } };
  const spent = (spend: number) =>
    paid([share(10_000), least], { spend, available: 99 }).redemptions[0]?.points;
  assert.deepEqual([49, 50, 51].map(spent), [0, 50, 51]);
});

test('an anonymous buyer pays with money', () => {
  const { redeemedKopecks } = paid([share(10_000)], { member: null, spend: 10, available: 10 });
  assert.equal(redeemedKopecks, 0);
});
