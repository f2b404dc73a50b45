import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { givenBy } from '../../testing/try-builders.ts';
import { earnBands } from './earn-bands.ts';

const BANDS = [
  { from: 0, rateBasisPoints: 500 },
  { from: 10_000, rateBasisPoints: 1000 },
  { from: 30_000, rateBasisPoints: 1 },
];
const earned = (bands: readonly object[], money: number, num = 1) => {
  const lines = [{ grossKopecks: money }];
  const facts = aReceipt({ lines, kopecksPerPoint: { num, den: 1 } });
  return givenBy(earnBands, { bands }, { facts }).points[0]?.points;
};

test('each band of the money earns at its own rate', () => {
  for (const [money, points] of [
    [19, undefined],
    [20, 1],
    [10_000, 500],
    [15_000, 1000],
    [30_000, 2500],
    [99_999, 2506],
  ] as const) {
    assert.equal(earned(BANDS, money), points, `${money}`);
  }
});

test('the bands are rounded together, once', () => {
  const bands = [
    { from: 0, rateBasisPoints: 100 },
    { from: 50, rateBasisPoints: 200 },
  ];
  // 0.5 + 0.98 = 1.48; one more kopeck makes 1.5, ten more 1.68, 26 more 2.
  assert.equal(earned(bands, 99), 1);
  assert.equal(earned(bands, 124), 1);
  assert.equal(earned(bands, 125), 2);
});

test('what lies below the first band earns nothing', () => {
  const bands = [{ from: 1000, rateBasisPoints: 10_000 }];
  assert.equal(earned(bands, 1000), undefined);
  assert.equal(earned(bands, 1001), 1);
});

test('points have the price of their currency', () => {
  assert.equal(earned(BANDS, 15_000, 100), 10);
  assert.equal(earned(BANDS, 15_000, 0), undefined);
});

test('points are shared out by the money of the lines', () => {
  const lines = [{ priceKopecks: 10_000 }, { priceKopecks: 5000 }];
  const [grant] = givenBy(earnBands, { bands: BANDS }, { lines }).points;
  assert.deepEqual(grant?.bySlice, [667, 333]);
});

test('bands ascend', () => {
  const code = (...froms: number[]) =>
    earnBands.problems({ bands: froms.map((from) => ({ from, rateBasisPoints: 1 })) })[0]?.code;
  assert.equal(code(0, 5, 5), 'bands-out-of-order');
  assert.equal(code(5, 0), 'bands-out-of-order');
  assert.equal(code(0, 5), undefined);
});
