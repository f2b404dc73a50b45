import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aLine } from '../testing/builders.ts';
import { goodsNames, goodsProblems, matchGoods } from './goods.ts';

const milk = aLine({ sku: 'milk', groupCodes: ['dairy', 'food'] });

test('goods match by SKU or by any ancestor group, unless excepted', () => {
  assert.equal(matchGoods({ skus: ['milk'] })(milk), true);
  assert.equal(matchGoods({ groupCodes: ['food'] })(milk), true);
  assert.equal(matchGoods({ groupCodes: ['home'] })(milk), false);
  assert.equal(matchGoods({ groupCodes: ['food'], exceptSkus: ['milk'] })(milk), false);
  assert.equal(matchGoods({ exceptGroupCodes: ['dairy'] })(milk), false);
  assert.equal(matchGoods({})(milk), true);
});

test('only named goods give the index something to look for', () => {
  assert.deepEqual(goodsNames({ skus: ['milk'] }), { groupCodes: [], skus: ['milk'] });
  assert.equal(goodsNames({ exceptSkus: ['milk'] }), null);
});

test('naming no goods is a problem where naming them is the point', () => {
  assert.equal(goodsProblems({}).length, 1);
  assert.equal(goodsProblems({ exceptSkus: ['milk'] }).length, 0);
});
