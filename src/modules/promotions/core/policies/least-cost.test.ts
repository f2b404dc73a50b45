import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, percentOff } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import type { Promotion } from '../language/rule.ts';

const promotion = (code: string, then: Promotion['then'], priority = 0) =>
  aPromotion({ code, then, stacking: { policy: 'least-cost', priority } });
const verdictsOf = (...promotions: readonly Promotion[]) =>
  decide(promotions, aReceipt()).verdicts.list.map(([, code, detail]) => [code, detail]);

test('only the one that is worth least applies', () => {
  assert.deepEqual(
    verdictsOf(
      promotion('a', [percentOff(1000)], 9),
      promotion('b', [percentOff(500)]),
      promotion('c', [percentOff(501)], 5),
    ),
    [
      [9, 1],
      [11, 500],
      [9, 1],
    ],
  );
});

test('of equals the first in order wins', () => {
  const same = [percentOff(1000)];
  assert.deepEqual(verdictsOf(promotion('a', same), promotion('b', same, 1)), [
    [9, 1],
    [11, 1000],
  ]);
});

test('one that gives nothing costs nothing and is no competitor', () => {
  const dear = [{ effect: 'fixed-price', params: { priceKopecks: 99_999 } }];
  assert.deepEqual(verdictsOf(promotion('a', [percentOff(500)]), promotion('b', dear)), [
    [11, 500],
    [8, 1],
  ]);
});

test('what is done for others and worth nothing goes along', () => {
  const hook = [{ effect: 'call-hook', params: { hookCode: 'thanks' } }];
  assert.deepEqual(verdictsOf(promotion('a', [percentOff(500)]), promotion('b', hook)), [
    [11, 500],
    [11, 0],
  ]);
});
