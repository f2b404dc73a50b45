import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, goodsOf, type PromotionWish, percentOff } from '../../testing/builders.ts';
import { DEFAULT_SETTINGS } from '../language/settings.ts';
import { compileRule } from './compile-rule.ts';
import { newGoodsRegistry } from './goods-registry.ts';

function compiled(wish: PromotionWish) {
  return compileRule(aPromotion(wish), {
    settings: { ...DEFAULT_SETTINGS, funderCode: 'house' },
    aggregates: new Map(),
    goods: newGoodsRegistry().refOf,
    sharedKeys: new Set(),
  });
}

const use = (condition: string, params: Record<string, unknown>) => ({ condition, params });
const total = use('basket-total', { minKopecks: 1 });
const earn = { effect: 'earn-fixed', params: { points: 5, per: 'receipt' } };
const coupon = { effect: 'issue-coupon', params: { emissionCode: 'spring' } };
const cap = { effect: 'redemption-cap', params: { shareBasisPoints: 5000 } };

test('the top of `when` is sorted by what answers it; the rest keeps its leaf numbers', () => {
  const { demanded, leaves } = compiled({
    when: [
      total,
      use('channel', { channels: ['web'] }),
      use('local-hours', { fromMinute: 600, toMinute: 720 }),
      use('member-tag', { tags: ['vip'] }),
      use('identified', {}),
      use('goods-sum', { skus: ['tea'], minKopecks: 1 }),
      { not: use('channel', { channels: ['app'] }) },
    ],
  });
  const { place, time, audience, keys, goods, edges, rest } = demanded;
  assert.deepEqual([place.length, time.length, audience.length], [1, 1, 1]);
  assert.deepEqual(keys, [{ of: 'tag', codes: ['vip'] }]);
  assert.deepEqual(edges, [600, 720]);
  assert.deepEqual(goods[0]?.names?.skus, ['tea']);
  assert.deepEqual(
    rest.map(({ leaf }) => leaf),
    [0, 5, 6],
  );
  assert.equal(leaves.length, 7);
});

for (const [what, wish, names] of [
  ['named by the selector', { select: goodsOf('tea') }, [['tea']]],
  [
    'of every component of a set',
    {
      phase: 3,
      select: {
        selector: 'sets',
        params: {
          components: [
            { filter: { skus: ['tea'] }, count: 1 },
            { filter: { skus: ['cup'] }, count: 1 },
          ],
        },
      },
    },
    [['tea'], ['cup']],
  ],
  [
    'of a personal list, which the index does not know',
    { select: { selector: 'goods', params: { skus: ['tea'], personalListCode: 'mine' } } },
    [],
  ],
  ['that are not named at all', { select: { selector: 'undiscounted', params: {} } }, []],
  ['inside a group', { when: [{ any: [use('goods-sum', { skus: ['tea'], minKopecks: 1 })] }] }, []],
] as const satisfies readonly (readonly [string, PromotionWish, readonly string[][]])[]) {
  test(`goods ${what} make ${names.length} demands`, () => {
    assert.deepEqual(
      compiled(wish).demanded.goods.map((filter) => filter.names?.skus),
      names,
    );
  });
}

for (const [what, wish, flags] of [
  ['a discount', {}, { isGiving: true, isDeferred: false, readsPrices: true }],
  ['points', { phase: 8, then: [earn] }, { isGiving: true, isDeferred: false, readsPrices: false }],
  ['what points may pay', { phase: 7, then: [cap] }, { isGiving: true, isDeferred: false }],
  ['a coupon alone', { then: [coupon] }, { isGiving: false, isDeferred: true }],
  ['a coupon beside', { then: [percentOff(1), coupon] }, { isGiving: true, isDeferred: false }],
] as const) {
  test(`a promotion that gives ${what} knows it`, () => {
    assert.partialDeepStrictEqual(
      compiled({ ...wish, then: [...(wish.then ?? [percentOff(1)])] }),
      flags,
    );
  });
}

test('fixed points per receipt and deferred effects work without goods, a discount does not', () => {
  assert.equal(compiled({ phase: 8, then: [earn] }).worksWithoutGoods, true);
  assert.equal(compiled({ then: [coupon] }).worksWithoutGoods, true);
  assert.equal(compiled({}).worksWithoutGoods, false);
});

test('who pays is the house, unless the promotion names parties', () => {
  assert.deepEqual(compiled({}).funding, [{ partyCode: 'house', shareBasisPoints: 10_000 }]);
  const funding = [{ partyCode: 'brand', shareBasisPoints: 10_000 }];
  assert.deepEqual(compiled({ funding }).funding, funding);
});

test('an unknown code and an undeclared query are bugs', () => {
  assert.throws(() => compiled({ then: [{ effect: 'fly', params: {} }] }), /fly/);
  const asked = { op: 'ge', value: 1 };
  const params = { aggregateKey: 'gone', measure: 'receipts', test: asked, includesThis: true };
  assert.throws(() => compiled({ when: [use('history', params)] }), /gone/);
});
