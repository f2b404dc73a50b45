import assert from 'node:assert/strict';
import { test } from 'node:test';
import { present } from '#shared/assert.ts';
import { givenIn, type TryWish, trialOf } from '../../testing/try-builders.ts';
import { lifetimeOf } from '../language/lifetime.ts';
import type { Trial } from '../play/trial.ts';
import { aboveThreshold } from '../selectors/above-threshold.ts';
import { cheapestUnits } from '../selectors/cheapest-units.ts';
import {
  debitPoints,
  grantPoints,
  readAmounts,
  readPlainAmounts,
  shareGrant,
} from './give-points.ts';

const lines = [{ priceKopecks: 200 }, { priceKopecks: 100 }];
const gift = (points: number, currencyCode = 'bonus') => ({
  currencyCode,
  points,
  lifetime: lifetimeOf({}),
});
const given = (trial: Trial) =>
  givenIn(trial).points.map(({ currencyCode, points, bySlice }) => [
    currencyCode,
    points,
    ...bySlice,
  ]);
const amountsIn = ({ amounts, selection }: Trial) => [...amounts.subarray(0, selection.count)];

test('amounts are those of the targets at a stage', () => {
  const trial = trialOf({
    lines: [{ quantityMilli: 3000, grossKopecks: 10_000 }, { grossKopecks: 0 }],
    select: [cheapestUnits, { count: 2 }],
  });
  assert.equal(readAmounts(trial, { name: 'gross', methods: [] }), 3334);
  assert.deepEqual(amountsIn(trial), [3334, 0]);
  assert.equal(readAmounts(trial, { name: 'paid-by-points', methods: [] }), 0);
});

test('above a threshold only what exceeds it counts, except for what points may pay', () => {
  const trial = trialOf({ lines, select: [aboveThreshold, { thresholdKopecks: 150 }] });
  assert.equal(readAmounts(trial, { name: 'gross', methods: [] }), 150);
  assert.deepEqual(amountsIn(trial), [100, 50]);
  assert.equal(readPlainAmounts(trial), 300);
  assert.deepEqual(amountsIn(trial), [200, 100]);
});

test('points are shared out by the weights', () => {
  const trial = trialOf({ lines });
  grantPoints(trial, gift(10), Float64Array.of(1, 2));
  grantPoints(trial, gift(5, 'miles'), trial.amounts);
  assert.deepEqual(given(trial), [
    ['bonus', 10, 3, 7],
    ['miles', 5, 3, 2],
  ]);
});

test('without weights points go by full price, or by quantity when that is 0 too', () => {
  const byGross = trialOf({ lines });
  grantPoints(byGross, gift(9), new Float64Array(2));
  assert.deepEqual(given(byGross), [['bonus', 9, 6, 3]]);
  const free = [
    { quantityMilli: 500, grossKopecks: 0, isWeighed: true },
    { quantityMilli: 2000, grossKopecks: 0 },
  ];
  const byQuantity = trialOf({ lines: free });
  grantPoints(byQuantity, gift(10), new Float64Array(2));
  assert.deepEqual(given(byQuantity), [['bonus', 10, 2, 8]]);
});

test('no points are no gift, and a gift is 10¹³ points at most', () => {
  const trial = trialOf({ lines });
  grantPoints(trial, gift(0), trial.amounts);
  grantPoints(trial, gift(-5), trial.amounts);
  assert.deepEqual(given(trial), []);
  grantPoints(trial, gift(15_000_000_000_000), Float64Array.of(1, 0));
  assert.deepEqual(given(trial), [['bonus', 10_000_000_000_000, 10_000_000_000_000, 0]]);
});

test('what is taken from the balance stands on no line', () => {
  const trial = trialOf({ lines });
  debitPoints(trial, gift(0));
  assert.deepEqual(given(trial), []);
  debitPoints(trial, gift(30));
  assert.deepEqual(given(trial), [['bonus', -30, 0, 0]]);
});

test('a gift that is cut is shared out anew by its own weights', () => {
  const trial = trialOf({ lines });
  grantPoints(trial, gift(10), Float64Array.of(1, 2));
  const grant = present(trial.grants[0], 'grant');
  grant.points = 4;
  shareGrant(trial, grant);
  assert.deepEqual(given(trial), [['bonus', 4, 1, 3]]);
});

test('there is room for as many places as there are', () => {
  const many: TryWish = { lines: Array.from({ length: 40 }, () => ({ priceKopecks: 10 })) };
  const trial = trialOf(many);
  grantPoints(trial, gift(80), trial.amounts);
  const [grant] = givenIn(trial).points;
  assert.ok(grant?.bySlice.every((points) => points === 2));
  assert.equal(grant?.bySlice.length, 40);
});
