import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, grantOf } from '../../testing/builders.ts';
import { openBasket } from '../basket.ts';
import { earnPercent } from './earn-percent.ts';

const pointsOf = (grant: ReturnType<typeof grantOf>) =>
  grant?.kind === 'points' ? grant.points : null;
const lines = [{ priceKopecks: 1999 }, { priceKopecks: 1999 }];

test('the share is taken of the total once, at the price of a point', () => {
  const five = { rateBasisPoints: 500 };
  assert.equal(pointsOf(grantOf(earnPercent, five, aReceipt({ lines }))), 199);
  const rouble = aReceipt({ lines, kopecksPerPoint: { num: 100, den: 1 } });
  assert.equal(pointsOf(grantOf(earnPercent, five, rouble)), 1);
});

test('money paid by points earns nothing, unless the promotion says gross', () => {
  const basket = openBasket(aReceipt({ lines: [{ priceKopecks: 10_000 }] }));
  basket.payableKopecks[0] = 4000;
  assert.equal(pointsOf(grantOf(earnPercent, { rateBasisPoints: 1000 }, basket)), 400);
  const gross = { rateBasisPoints: 1000, base: 'gross' };
  assert.equal(pointsOf(grantOf(earnPercent, gross, basket)), 1000);
});

test('points that pay for nothing have no price to earn by', () => {
  const receipt = aReceipt({ lines, kopecksPerPoint: { num: 0, den: 1 } });
  assert.equal(grantOf(earnPercent, { rateBasisPoints: 500 }, receipt), null);
});
