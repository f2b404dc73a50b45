import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickOf, setsOf, type TryWish } from '../../testing/try-builders.ts';
import { sets } from './sets.ts';

const LINES = [
  { sku: 'coffee', quantityMilli: 2000, priceKopecks: 300 },
  { sku: 'cake', quantityMilli: 3000, priceKopecks: 250 },
  { sku: 'milk', quantityMilli: 1000, priceKopecks: 100 },
];
const pick = (params: object, wish: TryWish = {}) =>
  pickOf(sets, params, { lines: LINES, ...wish });

test('as many sets are made as the goods allow', () => {
  const picked = pick(setsOf(['coffee'], ['cake']));
  assert.deepEqual(picked, { targets: [2, 2, 0], companions: [0, 0, 0], sets: 2 });
  assert.equal(pick(setsOf(['coffee', 2], ['cake', 2])).sets, 1);
  assert.equal(pick(setsOf(['coffee', 3], ['cake'])).sets, 0);
});

test('components that are no targets are companions', () => {
  const { components } = setsOf(['coffee'], ['cake']);
  const [coffee, cake] = components;
  const picked = pick({ components: [coffee, { ...cake, isTarget: false }] });
  assert.deepEqual(picked, { targets: [2, 0, 0], companions: [0, 2, 0], sets: 2 });
});

test('a unit serves one component; the dearest of several goods is taken', () => {
  const picked = pick(setsOf(['coffee milk'], ['coffee milk']));
  assert.deepEqual(picked.targets, [2, 0, 0]);
});

test('the cheapest goods are taken where they are preferred, in as many sets as there can be', () => {
  const pair = setsOf(['coffee cake milk', 2]);
  assert.deepEqual(pick({ ...pair, maxSets: 1, prefer: 'cheapest' }).targets, [0, 1, 1]);
  assert.deepEqual(pick({ ...pair, prefer: 'cheapest' }), {
    targets: [2, 3, 1],
    companions: [0, 0, 0],
    sets: 3,
  });
});

test('a set may be of one SKU, or of different ones', () => {
  const pair = setsOf(['coffee cake milk', 2]);
  assert.deepEqual(pick({ ...pair, mix: 'same' }).targets, [2, 2, 0]);
  assert.deepEqual(pick({ ...pair, mix: 'different' }).targets, [2, 3, 1]);
  const four = [LINES[0], { sku: 'tea', quantityMilli: 4000, priceKopecks: 100 }].map(
    (line) => line ?? {},
  );
  const params = { ...setsOf(['coffee tea', 2]), mix: 'different' };
  assert.deepEqual(pick(params, { lines: four }).targets, [2, 2]);
});

test('the number of sets is bounded by the promotion, and by what limits leave', () => {
  assert.equal(pick({ ...setsOf(['cake']), maxSets: 2 }).sets, 2);
  assert.equal(pick(setsOf(['cake']), { setsMax: 1 }).sets, 1);
  assert.equal(pick({ ...setsOf(['cake']), maxSets: 2 }, { setsMax: 9 }).sets, 2);
});

test('a set that brings nothing is not made', () => {
  const lines = [{ sku: 'tea', grossKopecks: 0 }];
  assert.deepEqual(pick(setsOf(['tea']), { lines }), { targets: [0], companions: [0], sets: 0 });
});

test('the goods of a set are the same or different only where it has one component', () => {
  const params = { ...setsOf(['coffee'], ['cake']), mix: 'same' };
  assert.equal(sets.problems(params)[0]?.code, 'mix-of-several');
  assert.deepEqual(sets.problems({ ...setsOf(['coffee', 2]), mix: 'same' }), []);
});
