import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBasket } from '../../testing/basket.ts';
import { aReceipt } from '../../testing/builders.ts';
import { dropRedemption, redemptionColumn } from './redemption-column.ts';

test('what a currency may pay stands in one column', () => {
  const basket = aBasket(aReceipt());
  const bonus = redemptionColumn(basket, 'bonus');
  bonus.redeemable[0] = 500;
  assert.equal(redemptionColumn(basket, 'bonus').redeemable[0], 500);
  assert.equal(redemptionColumn(basket, 'miles').redeemable[0], 0);
  assert.equal(basket.redemption.length, 2);
});

test('a column begins without money, bars, rates and bounds, in steps of one point', () => {
  const basket = aBasket(aReceipt({ lines: Array.from({ length: 20 }, () => ({})) }));
  const { redeemable, barred, ...terms } = redemptionColumn(basket, 'bonus');
  assert.ok(redeemable.length >= 20 && redeemable.every((kopecks) => kopecks === 0));
  assert.ok(barred.length >= 20 && barred.every((bar) => bar === 0));
  assert.partialDeepStrictEqual(terms, {
    num: 0,
    den: 0,
    minPoints: 0,
    maxPoints: 0,
    stepPoints: 1,
    redeemedPoints: 0,
    redeemedKopecks: 0,
  });
});

test('a column of an earlier receipt forgets its money, bars and bounds', () => {
  const basket = aBasket(aReceipt());
  const bonus = redemptionColumn(basket, 'bonus');
  bonus.redeemable[0] = 500;
  bonus.barred[0] = 1;
  bonus.minPoints = 10;
  bonus.redeemedPoints = 20;
  dropRedemption(basket);
  assert.equal(basket.redemption.length, 0);
  const miles = redemptionColumn(basket, 'miles');
  const { currencyCode, redeemable, barred, minPoints, redeemedPoints } = miles;
  assert.deepEqual([currencyCode, redeemable[0], barred[0]], ['miles', 0, 0]);
  assert.deepEqual([minPoints, redeemedPoints], [0, 0]);
});
