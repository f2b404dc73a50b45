import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickOf, type TryWish } from '../../testing/try-builders.ts';
import { nPlusM } from './n-plus-m.ts';

const six = [90, 80, 70, 60, 50, 40].map((priceKopecks) => ({ priceKopecks }));
const pick = (params: object, wish: TryWish = {}) =>
  pickOf(nPlusM, { paidUnits: 2, freeUnits: 1, ...params }, { lines: six, ...wish });

test('of each group the cheapest are targets, of all the cheapest of the whole line-up', () => {
  assert.deepEqual(pick({ cheapest: 'of-each-group' }), {
    targets: [0, 0, 1, 0, 0, 1],
    companions: [1, 1, 0, 1, 1, 0],
    sets: 2,
  });
  assert.deepEqual(pick({ cheapest: 'of-all' }), {
    targets: [0, 0, 0, 0, 1, 1],
    companions: [1, 1, 1, 1, 0, 0],
    sets: 2,
  });
});

test('units beyond the last full group stay free; of all frees the cheapest of them', () => {
  const lines = six.slice(0, 5);
  assert.deepEqual(pick({ cheapest: 'of-each-group' }, { lines }), {
    targets: [0, 0, 1, 0, 0],
    companions: [1, 1, 0, 0, 0],
    sets: 1,
  });
  assert.deepEqual(pick({ cheapest: 'of-all' }, { lines }), {
    targets: [0, 0, 0, 0, 1],
    companions: [1, 1, 0, 0, 0],
    sets: 1,
  });
});

test('the number of groups is bounded by the promotion, and by what limits leave', () => {
  const once = { targets: [0, 0, 1, 0, 0, 0], companions: [1, 1, 0, 0, 0, 0], sets: 1 };
  assert.deepEqual(pick({ cheapest: 'of-each-group', maxSets: 1 }), once);
  assert.deepEqual(pick({ cheapest: 'of-each-group' }, { setsMax: 1 }), once);
  assert.equal(pick({ cheapest: 'of-each-group', maxSets: 9 }, { setsMax: 8 }).sets, 2);
});

test('groups may lie inside one line', () => {
  const lines = [{ quantityMilli: 7000, priceKopecks: 100 }];
  for (const cheapest of ['of-each-group', 'of-all']) {
    assert.deepEqual(pick({ cheapest }, { lines }), { targets: [2], companions: [4], sets: 2 });
  }
  assert.deepEqual(pick({ cheapest: 'of-all', paidUnits: 1, freeUnits: 2 }, { lines }), {
    targets: [4],
    companions: [2],
    sets: 2,
  });
});

test('too few goods make no group', () => {
  assert.deepEqual(pick({ cheapest: 'of-all', minPriceKopecks: 80 }), {
    targets: [0, 0, 0, 0, 0, 0],
    companions: [0, 0, 0, 0, 0, 0],
    sets: 0,
  });
});
