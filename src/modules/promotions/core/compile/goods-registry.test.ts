import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aLine } from '../../testing/builders.ts';
import { compileFilter, type GoodsParams } from '../basket/goods.ts';
import { hasBit } from './bits.ts';
import { newMatcher, startMatching } from './goods-matcher.ts';
import { newGoodsRegistry } from './goods-registry.ts';

const filter = (params: GoodsParams) => compileFilter(params);

test('filters are numbered one by one, equal lists of names are kept once', () => {
  const registry = newGoodsRegistry();
  const refs = [
    registry.refOf(filter({ skus: ['tea'] })),
    registry.refOf(filter({ skus: ['tea'], minPriceKopecks: 5 })),
    registry.refOf(filter({ skus: ['cup'] })),
    registry.refOf(filter({ exceptSkus: ['cup'] })),
  ];
  assert.deepEqual(
    refs.map(({ id, naming }) => [id, naming]),
    [
      [0, 0],
      [1, 0],
      [2, 1],
      [3, -1],
    ],
  );
  assert.equal(registry.planOf([]).filters, 4);
});

test('a SKU and a group of one code are two lists', () => {
  const registry = newGoodsRegistry();
  const bySku = registry.refOf(filter({ skus: ['tea'] }));
  const byGroup = registry.refOf(filter({ groupCodes: ['tea'] }));
  assert.notEqual(bySku.naming, byGroup.naming);
});

test('promotions are satisfied by goods of each filter that they wait for', () => {
  const registry = newGoodsRegistry();
  const [tea, cup] = [filter({ skus: ['tea'] }), filter({ skus: ['cup'] })];
  registry.refOf(tea);
  // The last one names nothing, so it waits for nothing.
  const plan = registry.planOf([[tea], [], [cup, tea], [filter({})]]);
  const matcher = newMatcher(plan);
  const satisfied = (...skus: string[]) => {
    startMatching(
      matcher,
      skus.map((sku) => aLine({ sku, groupCodes: [] })),
    );
    return [0, 1, 2, 3].filter((rule) => hasBit(matcher.met.bits, rule));
  };
  assert.deepEqual(satisfied('milk'), [1, 3]);
  assert.deepEqual(satisfied('tea', 'tea'), [0, 1, 3]);
  assert.deepEqual(satisfied('cup'), [1, 3]);
  assert.deepEqual(satisfied('cup', 'tea'), [0, 1, 2, 3]);
  assert.deepEqual(satisfied(), [1, 3]);
});
