import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, percentOff } from '../../testing/builders.ts';
import { decide, discountsOf } from '../../testing/decide.ts';

const promotion = (code: string, priority: number, rate: number) =>
  aPromotion({ code, then: [percentOff(rate)], stacking: { policy: 'sum', priority } });

test('all apply, each counted from the price with which the group began', () => {
  const promotions = [promotion('a', 1, 1000), promotion('b', 2, 2000), promotion('c', 3, 500)];
  const decision = decide(promotions, aReceipt());
  assert.deepEqual(discountsOf(decision), { a: 1000, b: 2000, c: 500 });
  assert.deepEqual(
    decision.lines[0]?.discounts.map(({ promotionCode }) => promotionCode),
    ['c', 'b', 'a'],
  );
});

test('together they take no more than there is; who comes last finds what is left', () => {
  const promotions = [promotion('a', 2, 7000), promotion('b', 1, 7000), promotion('c', 0, 7000)];
  const decision = decide(promotions, aReceipt());
  assert.deepEqual(discountsOf(decision), { a: 7000, b: 3000 });
  assert.deepEqual(decision.verdicts.list[2], [2, 8, 2]);
});

test('one that finds its units taken by now has nothing left to select', () => {
  const taker = aPromotion({
    code: 'a',
    stacking: { policy: 'sum', priority: 2, takesUnits: 'phase' },
  });
  const decision = decide([taker, promotion('b', 1, 1000)], aReceipt());
  assert.deepEqual(decision.verdicts.list, [
    [0, 11, 1000, 0],
    [1, 8, 2],
  ]);
});
