import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../testing/builders.ts';
import { type OpenBasket, openBasket } from './basket.ts';
import { compileRule } from './compile-rule.ts';
import { applyOutcome, outcomeOf } from './outcome.ts';
import type { Promotion } from './rule.ts';

const lines = [{ priceKopecks: 1000 }, { priceKopecks: 500 }];
const PERCENT = (rateBasisPoints: number) => ({
  effect: 'percent-off',
  params: { rateBasisPoints },
});
const GREETING = {
  effect: 'message',
  params: { channel: 'slip', text: { ru: 'Привет', en: 'Hello' } },
};
const outcome = (wish: Partial<Omit<Promotion, 'stacking'>>, basket: OpenBasket) =>
  outcomeOf(compileRule(aPromotion(wish)), basket);
const fresh = () => openBasket(aReceipt({ lines }));

test('effects of one promotion start from the same price and add up, down to zero at most', () => {
  const tried = outcome({ then: [PERCENT(6000), PERCENT(6000)] }, fresh());
  assert.deepEqual(typeof tried === 'object' && tried.discountByLine, [1000, 500]);
});

test('a promotion’s own limits cut what it gives, line by line in proportion', () => {
  const tried = outcome({ then: [PERCENT(5000)], limits: { receiptKopecksMax: 300 } }, fresh());
  assert.partialDeepStrictEqual(tried, {
    discountByLine: [200, 100],
    discountKopecks: 300,
    gain: 300,
    isLimited: true,
  });
  const earned = outcome(
    {
      phase: 8,
      then: [20, 30].map((points) => ({
        effect: 'earn-fixed',
        params: { points, per: 'receipt' },
      })),
      limits: { receiptPointsMax: 25 },
    },
    fresh(),
  );
  assert.partialDeepStrictEqual(earned, { pointsTotal: 25, isLimited: true });
});

test('a message goes with a gift, and is no gift itself', () => {
  const nowhere = { selector: 'goods', params: { skus: ['caviar'] } };
  assert.equal(
    outcome({ then: [PERCENT(1000), GREETING], select: nowhere }, fresh()),
    'no-goods-selected',
  );
  const free = openBasket(aReceipt({ lines: [{ priceKopecks: 0 }] }));
  assert.equal(outcome({ then: [PERCENT(1000), GREETING] }, free), 'nothing-to-give');
  const words = outcome({ phase: 9, then: [GREETING] }, free);
  assert.equal(typeof words === 'object' && words.messages.length, 1);
});

test('applying cuts a discount to what is left by now', () => {
  const basket = fresh();
  const first = outcome({ then: [PERCENT(7000)] }, basket);
  const second = outcome({ then: [PERCENT(8000)] }, basket);
  const third = outcome({ then: [PERCENT(1000)] }, basket);
  assert.ok(typeof first === 'object' && typeof second === 'object' && typeof third === 'object');
  applyOutcome(first, basket);
  assert.partialDeepStrictEqual(applyOutcome(second, basket), {
    discountByLine: [300, 150],
    discountKopecks: 450,
    gain: 450,
  });
  assert.equal(applyOutcome(third, basket), 'nothing-left');
  assert.deepEqual(basket.discountedKopecks, [0, 0]);
});

test('points are shared out over the lines exactly', () => {
  const basket = fresh();
  const earned = outcome(
    { phase: 8, then: [{ effect: 'earn-fixed', params: { points: 100, per: 'receipt' } }] },
    basket,
  );
  assert.ok(typeof earned === 'object');
  const given = applyOutcome(earned, basket);
  assert.deepEqual(typeof given === 'object' && given.accruals[0]?.pointsByLine, [67, 33]);
  assert.deepEqual(basket.points, [67, 33]);
});
