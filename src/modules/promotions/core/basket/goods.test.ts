import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aLine } from '../../testing/builders.ts';
import {
  compileFilter,
  type GoodsParams,
  goodsNeeds,
  goodsProblems,
  isAllGoods,
  unnamedGoodsProblems,
} from './goods.ts';

const line = aLine({
  sku: 'milk-1',
  groupCodes: ['dairy', 'food'],
  brandCode: 'cow',
  supplierCode: 'farm',
  attributes: { fat: 25, kinds: ['uht'] },
  flags: ['fresh', 'own'],
  params: { shelf: 'B2' },
  priceKopecks: 9000,
});
const passes = (params: GoodsParams) => compileFilter(params).rest?.(line) ?? true;

test('names are for the index, groups, brands and suppliers alike', () => {
  const { names, rest } = compileFilter({ groupCodes: ['dairy'], brandCodes: ['cow'] });
  assert.deepEqual(names, {
    groupCodes: ['dairy'],
    skus: [],
    brandCodes: ['cow'],
    supplierCodes: [],
  });
  assert.equal(rest, null);
  assert.equal(compileFilter({ exceptSkus: ['x'] }).names, null);
  assert.equal(compileFilter({ personalListCode: 'mine' }).personalListCode, 'mine');
});

test('every further demand must hold', () => {
  for (const [params, isPassed] of [
    [{ exceptGroupCodes: ['food'] }, false],
    [{ exceptSkus: ['milk-1'] }, false],
    [{ exceptSkus: ['milk-2'], exceptGroupCodes: ['tea'] }, true],
    [{ minPriceKopecks: 9000, maxPriceKopecks: 9000 }, true],
    [{ minPriceKopecks: 9001 }, false],
    [{ maxPriceKopecks: 8999 }, false],
    [{ lineFlags: ['fresh', 'own'] }, true],
    [{ lineFlags: ['fresh', 'sale'] }, false],
    [{ exceptLineFlags: ['sale'] }, true],
    [{ exceptLineFlags: ['sale', 'own'] }, false],
    [{ attributes: [{ attribute: 'fat', test: { op: 'ge', value: 25 } }] }, true],
    [{ attributes: [{ attribute: 'fat', test: { op: 'gt', value: 25 } }] }, false],
    [{ attributes: [{ attribute: 'toString', test: { op: 'exists' } }] }, false],
    [{ lineParams: [{ param: 'shelf', test: { op: 'mask', value: 'B?' } }] }, true],
    [{ lineFlags: ['fresh'], maxPriceKopecks: 1 }, false],
  ] as const satisfies readonly (readonly [object, boolean])[]) {
    assert.equal(passes(params as unknown as GoodsParams), isPassed, JSON.stringify(params));
  }
});

test('a filter that asks for nothing is all goods', () => {
  assert.equal(isAllGoods(compileFilter({})), true);
  assert.equal(isAllGoods(compileFilter({ lineFlags: ['a'] })), false);
  assert.equal(unnamedGoodsProblems({})[0]?.code, 'no-goods-named');
  assert.deepEqual(unnamedGoodsProblems({ personalListCode: 'mine' }), []);
});

test('a filter says what it looks at, and its mistakes by their places', () => {
  assert.deepEqual(goodsNeeds({ personalListCode: 'mine' }), ['lines', 'personal-list:mine']);
  const fields = goodsProblems({
    minPriceKopecks: 2,
    maxPriceKopecks: 1,
    attributes: [{ attribute: 'fat', test: { op: 'ge' } }],
  }).map(({ field }) => field);
  assert.deepEqual(fields, ['maxPriceKopecks', 'attributes/0/test/value']);
});
