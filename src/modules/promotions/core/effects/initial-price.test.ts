import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { decide, discountsOf } from '../../testing/decide.ts';
import { givenBy, givenByAll } from '../../testing/try-builders.ts';
import { fixedPrice } from './fixed-price.ts';
import { initialPrice } from './initial-price.ts';

test('goods come down to the price, and all of that is initial', () => {
  const lines = [{ quantityMilli: 2000, priceKopecks: 500 }, { priceKopecks: 300 }];
  const { off, initialOff, discount } = givenBy(initialPrice, { priceKopecks: 399 }, { lines });
  assert.deepEqual([off, initialOff, discount], [[202, 0], [202, 0], 202]);
});

test('what other effects of the promotion take off is not initial', () => {
  const { off, initialOff } = givenByAll(
    [
      [initialPrice, { priceKopecks: 9000 }],
      [fixedPrice, { priceKopecks: 9500 }],
    ],
    { lines: [{}] },
  );
  assert.deepEqual([off, initialOff], [[1500], [1000]]);
  const twice = givenByAll(
    [
      [initialPrice, { priceKopecks: 9000 }],
      [initialPrice, { priceKopecks: 9500 }],
    ],
    { lines: [{}] },
  );
  assert.deepEqual([twice.off, twice.initialOff], [[1500], [1500]]);
});

test('goods at their initial price still count as not discounted', () => {
  const first = (effect: string) =>
    aPromotion({ code: 'first', phase: 1, then: [{ effect, params: { priceKopecks: 8000 } }] });
  const second = aPromotion({
    code: 'second',
    phase: 1,
    select: { selector: 'undiscounted', params: {} },
    stacking: { group: 'z' },
  });
  const later = { ...second, code: 'later', phase: 2 };
  for (const effect of ['initial-price', 'fixed-price']) {
    const decision = decide([first(effect), later], aReceipt());
    assert.deepEqual(discountsOf(decision), { first: 2000, later: 800 }, effect);
  }
});

test('an initial price does not count as a discount for those who must be alone on a line', () => {
  const first = (effect: string) =>
    aPromotion({ code: 'first', phase: 1, then: [{ effect, params: { priceKopecks: 8000 } }] });
  const alone = aPromotion({ code: 'alone', stacking: { exclusive: 'line' } });
  const both = (effect: string) => discountsOf(decide([first(effect), alone], aReceipt()));
  assert.deepEqual(both('initial-price'), { first: 2000, alone: 800 });
  assert.deepEqual(both('fixed-price'), { first: 2000 });
});
