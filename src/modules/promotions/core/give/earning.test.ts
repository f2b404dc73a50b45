import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { trialOf } from '../../testing/try-builders.ts';
import {
  baseOf,
  baseProblems,
  currencyOf,
  pointsBought,
  pointsFor,
  priceOfPoint,
} from './earning.ts';

const MOST = 10_000_000_000_000;

test('what remains to be paid is what earns, unless another sum is named', () => {
  assert.deepEqual(baseOf({}), { name: 'payable', methods: [] });
  assert.deepEqual(baseOf({ base: 'paid-by', methods: ['sbp'] }), {
    name: 'paid-by',
    methods: ['sbp'],
  });
});

test('methods belong to what is paid by them, and to nothing else', () => {
  for (const [params, code] of [
    [{}, undefined],
    [{ base: 'gross' }, undefined],
    [{ base: 'paid-by', methods: ['sbp'] }, undefined],
    [{ base: 'paid-by' }, 'methods-unclear'],
    [{ base: 'gross', methods: ['sbp'] }, 'methods-unclear'],
    [{ methods: ['sbp'] }, 'methods-unclear'],
  ] as const) {
    assert.equal(baseProblems(params)[0]?.code, code, JSON.stringify(params));
  }
});

test('a currency that is not named is the one that pays first', () => {
  const trial = trialOf();
  assert.equal(currencyOf(trial, undefined), 'bonus');
  assert.equal(currencyOf(trial, 'miles'), 'miles');
  const poor = trialOf({ facts: { ...aReceipt(), redemption: [], currencies: {} } });
  assert.equal(currencyOf(poor, undefined), undefined);
});

test('points for so much are rounded down', () => {
  assert.equal(pointsFor(7, 3, 1), 21);
  assert.equal(pointsFor(7, 50, 100), 3);
  assert.equal(pointsFor(5350, 10, 1000), 53);
  assert.equal(pointsFor(0, 10, 1), 0);
  assert.equal(pointsFor(MOST, 1, 1), MOST);
  assert.equal(pointsFor(MOST, 3, 1), MOST);
  assert.equal(pointsFor(MOST, MOST, 1), MOST);
});

test('points are bought in basis points at their price, rounded down once', () => {
  assert.equal(pointsBought([3998, 500], { num: 1, den: 1 }), 199);
  assert.equal(pointsBought([3998, 500], { num: 100, den: 1 }), 1);
  assert.equal(pointsBought([3998, 500], { num: 1, den: 3 }), 599);
  assert.equal(pointsBought([12_345_678], { num: 1, den: 1 }), 1234);
  assert.equal(pointsBought([0, 500], { num: 1, den: 1 }), 0);
});

test('products beyond the safe integers are exact; points that cost nothing are not sold', () => {
  assert.equal(pointsBought([9_007_199_254_741, 100_000], { num: 100, den: 1 }), 900_719_925_474);
  assert.equal(pointsBought([MOST, 100_000], { num: 1, den: 1_000_000 }), MOST);
  assert.equal(pointsBought([10_000, 500], { num: 0, den: 1 }), 0);
});

test('a currency that nobody knows has no price', () => {
  const trial = trialOf({ facts: aReceipt({ kopecksPerPoint: { num: 5, den: 2 } }) });
  assert.deepEqual(priceOfPoint(trial, 'bonus'), { num: 5, den: 2 });
  assert.equal(priceOfPoint(trial, 'miles').num, 0);
  assert.equal(priceOfPoint(trial, 'toString').num, 0);
});
