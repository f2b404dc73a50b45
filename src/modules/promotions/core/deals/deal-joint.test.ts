import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '../../testing/builders.ts';
import { modelOf, setsOf, type WishOfSets } from '../../testing/try-builders.ts';
import { setPrice } from '../effects/set-price.ts';
import { readingOf } from './deal-canonical.ts';
import { planJointly } from './deal-joint.ts';
import { newPathSpace } from './deal-path.ts';

const priced = (params: object, priceKopecks: number): WishOfSets => ({
  params,
  gain: [setPrice, { priceKopecks }],
});
const planned = (
  promotions: readonly WishOfSets[],
  goods: Parameters<typeof linesOf>,
  left = 10_000,
) => {
  const model = modelOf(promotions, { lines: linesOf(...goods) });
  const space = { model, space: newPathSpace(model), budget: { left } };
  const { flow, isProved, bound } = planJointly(space, readingOf(model));
  return { value: flow.value, sets: [...flow.sets], isProved, bound };
};
const DRINKS: Parameters<typeof linesOf> = [
  ['coffee', 300],
  ['milk', 100],
  ['cake', 250],
];
const COFFEE_AND_MILK = priced(setsOf(['coffee'], ['milk']), 330);
const DRINK_AND_CAKE = priced(setsOf(['coffee milk'], ['cake']), 320);

test('the numbers of sets that bring most together are found, whoever comes first', () => {
  const first = planned([COFFEE_AND_MILK, DRINK_AND_CAKE], DRINKS);
  assert.deepEqual([first.value, first.sets, first.isProved], [230, [0, 1], true]);
  const second = planned([DRINK_AND_CAKE, COFFEE_AND_MILK], DRINKS);
  assert.deepEqual([second.value, second.sets, second.isProved], [230, [1, 0], true]);
});

test('the bound is what all would bring if each were alone', () => {
  assert.equal(planned([COFFEE_AND_MILK, DRINK_AND_CAKE], DRINKS).bound, 70 + 230);
});

test('what looks best at first may have to be given up', () => {
  const goods: typeof DRINKS = [
    ['a', 50],
    ['b', 50],
    ['c', 50],
    ['d', 50],
  ];
  const promotions = [
    priced(setsOf(['b'], ['c']), 30),
    priced(setsOf(['a'], ['b']), 40),
    priced(setsOf(['c'], ['d']), 40),
  ];
  // 70 alone; 60 + 60 for the two that it stands in the way of.
  const { value, sets, isProved } = planned(promotions, goods);
  assert.deepEqual([value, sets, isProved], [120, [0, 1, 1], true]);
});

test('sets of the same goods share the bound of their promotion', () => {
  const same = { ...setsOf(['a b', 2]), mix: 'same', maxSets: 1 };
  const goods: typeof DRINKS = [
    ['a', 10],
    ['a', 10],
    ['b', 30],
    ['b', 30],
  ];
  const { value, sets } = planned([{ params: same }, priced(setsOf(['a']), 9)], goods);
  assert.deepEqual([value, sets], [62, [0, 1, 2]]);
});

test('where no set brings anything none is made, and that is proved', () => {
  const dear = [priced(setsOf(['coffee']), 301), priced(setsOf(['milk']), 100)];
  assert.deepEqual(planned(dear, DRINKS), { value: 0, sets: [0, 0], isProved: true, bound: 0 });
});

test('a search that runs out of nodes says so', () => {
  for (const left of [0, 1, 2, 3, 4]) {
    const { isProved, value } = planned([COFFEE_AND_MILK, DRINK_AND_CAKE], DRINKS, left);
    assert.equal(isProved, false);
    assert.ok(value <= 230);
  }
});
