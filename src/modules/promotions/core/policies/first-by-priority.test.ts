import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, percentOff } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import type { Promotion } from '../language/rule.ts';

const promotion = (code: string, priority: number, then: Promotion['then'] = [percentOff(1000)]) =>
  aPromotion({ code, then, stacking: { policy: 'first-by-priority', priority } });
const verdictsOf = (...promotions: readonly Promotion[]) =>
  decide(promotions, aReceipt()).verdicts.list.map(([, code, detail]) => [code, detail]);

test('the first by priority applies, whatever the others would bring', () => {
  assert.deepEqual(
    verdictsOf(promotion('a', 1, [percentOff(9000)]), promotion('b', 2, [percentOff(1)])),
    [
      [9, 1],
      [11, 1],
    ],
  );
});

test('of equal priorities the first by code', () => {
  assert.deepEqual(verdictsOf(promotion('b', 5), promotion('a', 5)), [
    [11, 1000],
    [9, 0],
  ]);
});

test('one that gives nothing does not stand in the way', () => {
  const dear = [{ effect: 'fixed-price', params: { priceKopecks: 99_999 } }];
  assert.deepEqual(verdictsOf(promotion('a', 9, dear), promotion('b', 1)), [
    [8, 1],
    [11, 1000],
  ]);
});

test('one that only does things for others comes first too', () => {
  const hook = [{ effect: 'call-hook', params: { hookCode: 'thanks' } }];
  assert.deepEqual(verdictsOf(promotion('a', 9, hook), promotion('b', 1)), [
    [11, 0],
    [9, 0],
  ]);
});
