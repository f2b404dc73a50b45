import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, goodsOf, type PromotionWish } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import type { Limit } from '../language/limit-shape.ts';

const limit = (code: string, more: Partial<Limit> = {}): Limit => ({
  code,
  unit: 'times',
  subject: 'member',
  period: 'day',
  max: 1,
  ...more,
});
/** The verdict on promotion b, which plays beside a. */
const verdictOn = (b: PromotionWish, a: PromotionWish = {}) =>
  decide(
    [
      aPromotion({ code: 'a', ...a, stacking: { priority: 1, ...a.stacking } }),
      aPromotion({ code: 'b', ...b }),
    ],
    aReceipt({ limitUsed: { 'b/used': 1 } }),
  ).verdicts.list.find(([number]) => number === 1);
const nothing = [{ effect: 'fixed-price', params: { priceKopecks: 999_999 } }];
const used = [limit('fine'), limit('used')];
const best = { policy: 'best-for-buyer' } as const;

for (const [what, b, a, expected] of [
  ['blocked by its number', {}, { stacking: { blocks: ['b'] } }, [1, 5, 0]],
  [
    'missing what it requires, by number',
    { phase: 4, stacking: { requires: ['a'] } },
    { then: nothing },
    [1, 6, 0],
  ],
  ['missing one that is not live', { stacking: { requires: ['gone'] } }, {}, [1, 6, -1]],
  ['limited, by the number of the limit', { limits: used }, {}, [1, 7, 1]],
  [
    'without goods',
    { select: { selector: 'cheapest-units', params: { count: 1, minUnits: 5 } } },
    {},
    [1, 8, 0],
  ],
  ['without anything to give', { then: nothing }, {}, [1, 8, 1]],
  [
    'without anything left',
    { select: goodsOf('bread') },
    { stacking: { takesUnits: 'phase' } },
    [1, 8, 2],
  ],
  ['outbid, by the number of the winner', { stacking: best }, { stacking: best }, [1, 9, 0]],
  [
    'blocked before it is asked what it requires',
    { phase: 4, stacking: { requires: ['gone'] } },
    { stacking: { blocks: ['b'] } },
    [1, 5, 0],
  ],
  [
    'asked what it requires before its limits',
    { limits: used, stacking: { requires: ['gone'] } },
    {},
    [1, 6, -1],
  ],
  ['asked for its limits before its goods', { limits: used, then: nothing }, {}, [1, 7, 1]],
  [
    'empty before it can be blocked in its own group',
    { then: nothing },
    { stacking: { blocks: ['b'] } },
    [1, 8, 1],
  ],
] as const satisfies readonly (readonly [string, PromotionWish, PromotionWish, unknown])[]) {
  test(`a promotion is ${what}`, () => {
    assert.deepEqual(verdictOn(b, a), expected);
  });
}
