import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt, type LineWish } from '../../testing/builders.ts';
import { compileFilter, type GoodsParams } from '../basket/goods.ts';
import { newBasket, openBasket } from '../basket/open-basket.ts';
import { DEFAULT_SETTINGS } from '../language/settings.ts';
import { matching } from './goods-matcher.ts';
import { newGoodsRegistry } from './goods-registry.ts';

const LINES: LineWish[] = [
  { sku: 'milk', groupCodes: ['dairy', 'food'], priceKopecks: 9000 },
  { sku: 'tea', groupCodes: ['food'], priceKopecks: 30_000 },
  { sku: 'soap', groupCodes: ['home'] },
  { sku: 'milk', groupCodes: ['dairy', 'food'], priceKopecks: 8000 },
];
const LISTS = { mine: { soap: 5, tea: 0 } };

/** Asks one rule set's filters about one receipt after another: places of the lines found. */
function asker(...filters: GoodsParams[]) {
  const registry = newGoodsRegistry();
  const refs = filters.map((params) => registry.refOf(compileFilter(params)));
  const basket = newBasket(registry.planOf([]));
  return (lines: LineWish[], member = aMember({ personalLists: LISTS })) => {
    openBasket(basket, aReceipt({ lines, member }), { settings: DEFAULT_SETTINGS, path: '' });
    return refs.map((ref) => {
      const found = matching(ref, basket);
      return [...found.places.subarray(0, found.count)];
    });
  };
}

for (const [what, params, places] of [
  ['no name', {}, [0, 1, 2, 3]],
  ['a SKU', { skus: ['milk'] }, [0, 3]],
  ['a group', { groupCodes: ['food'] }, [0, 1, 3]],
  ['any of its names', { skus: ['soap'], groupCodes: ['dairy'] }, [0, 2, 3]],
  ['a name and a price', { skus: ['milk'], maxPriceKopecks: 8500 }, [3]],
  ['a price alone', { minPriceKopecks: 9500 }, [1, 2]],
  ['all but a group', { exceptGroupCodes: ['dairy'] }, [1, 2]],
  ['a personal list, where 0 counts as named', { personalListCode: 'mine' }, [1, 2]],
  ['a personal list that the member lacks', { personalListCode: 'yours' }, []],
  ['a list that every object inherits', { personalListCode: 'constructor' }, []],
  ['a name or a personal list', { skus: ['milk'], personalListCode: 'mine' }, [0, 1, 2, 3]],
  ['a name that is not there', { skus: ['gone'] }, []],
] as const satisfies readonly (readonly [string, GoodsParams, readonly number[]])[]) {
  test(`a filter with ${what} finds its lines in order`, () => {
    assert.deepEqual(asker(params)(LINES), [places]);
  });
}

test('an anonymous buyer has no personal lists', () => {
  const registry = newGoodsRegistry();
  const ref = registry.refOf(compileFilter({ personalListCode: 'mine' }));
  const basket = newBasket(registry.planOf([]));
  openBasket(basket, aReceipt({ lines: LINES, member: null }), {
    settings: DEFAULT_SETTINGS,
    path: '',
  });
  assert.equal(matching(ref, basket).count, 0);
});

test('what was found on one receipt is forgotten on the next', () => {
  const ask = asker({ skus: ['milk'] }, { skus: ['milk'], minPriceKopecks: 1 }, {});
  assert.deepEqual(ask(LINES), [
    [0, 3],
    [0, 3],
    [0, 1, 2, 3],
  ]);
  assert.deepEqual(ask([{ sku: 'tea' }]), [[], [], [0]]);
  assert.deepEqual(ask([{ sku: 'tea' }, { sku: 'milk' }]), [[1], [1], [0, 1]]);
});

test('a long receipt is found to its end', () => {
  const ask = asker({ skus: ['bread'] }, { minPriceKopecks: 1 });
  const all = Array.from({ length: 100 }, (_, place) => place);
  assert.deepEqual(ask(all.map(() => ({}))), [all, all]);
});
