import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, percentOff } from '../../testing/builders.ts';
import { decide, discountsOf } from '../../testing/decide.ts';
import type { Promotion } from '../language/rule.ts';

const promotion = (code: string, priority: number, rate: number): Promotion =>
  aPromotion({ code, then: [percentOff(rate)], stacking: { policy: 'choice', priority } });
const PROMOTIONS = [promotion('a', 1, 500), promotion('b', 2, 1000), promotion('c', 3, 700)];
const decided = (...chosenCodes: readonly string[]) =>
  decide(PROMOTIONS, aReceipt({ chosenCodes }));

test('the chosen one applies, whatever it is worth', () => {
  const decision = decided('a');
  assert.deepEqual(discountsOf(decision), { a: 500 });
  assert.deepEqual(decision.verdicts.list, [
    [0, 11, 500, 0],
    [1, 9, 0],
    [2, 9, 0],
  ]);
});

test('of several chosen the first in order applies; unknown choices choose nothing', () => {
  assert.deepEqual(discountsOf(decided('a', 'c', 'x')), { c: 700 });
});

test('when nobody has chosen, the best for the buyer applies', () => {
  assert.deepEqual(discountsOf(decided()), { b: 1000 });
  assert.deepEqual(discountsOf(decided('x')), { b: 1000 });
});

test('all that stand are offered with their worth, in order', () => {
  const { choices } = decide(
    [...PROMOTIONS, promotion('d', 9, 1), promotion('e', 0, 400)],
    aReceipt({ lines: [{ priceKopecks: 1000 }], chosenCodes: ['a'] }),
  );
  // A hundredth of a per cent of ten roubles is nothing, so `d` does not stand.
  assert.deepEqual(choices, [
    { promotionCode: 'c', group: 'main', worthKopecks: 70 },
    { promotionCode: 'b', group: 'main', worthKopecks: 100 },
    { promotionCode: 'a', group: 'main', worthKopecks: 50 },
    { promotionCode: 'e', group: 'main', worthKopecks: 40 },
  ]);
});
