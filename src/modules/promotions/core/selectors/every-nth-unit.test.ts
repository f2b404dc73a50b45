import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickOf } from '../../testing/try-builders.ts';
import { everyNthUnit } from './every-nth-unit.ts';

const lines = [
  { sku: 'cheap', quantityMilli: 2000, priceKopecks: 100 },
  { sku: 'dear', quantityMilli: 4000, priceKopecks: 300 },
  { sku: 'middle', quantityMilli: 1000, priceKopecks: 200 },
];

test('every N-th unit of the line-up is a target, those before it are companions', () => {
  for (const [number, order, targets, companions] of [
    [3, 'as-scanned', [0, 2, 0], [2, 2, 0]],
    [3, 'dearest-first', [1, 1, 0], [0, 3, 1]],
    [3, 'cheapest-first', [0, 1, 1], [2, 2, 0]],
    [7, 'as-scanned', [0, 0, 1], [2, 4, 0]],
    [2, 'as-scanned', [1, 2, 0], [1, 2, 0]],
  ] as const) {
    const picked = pickOf(everyNthUnit, { number, order }, { lines });
    assert.deepEqual(picked, { targets, companions, sets: 1 }, `${number} ${order}`);
  }
});

test('fewer units than the number give nothing and need nothing', () => {
  const params = { number: 3, order: 'as-scanned', skus: ['cheap'] };
  const picked = pickOf(everyNthUnit, params, { lines });
  assert.deepEqual(picked, { targets: [0, 0, 0], companions: [0, 0, 0], sets: 1 });
});

test('of three yoghurts the cheapest is the third one, dearest first', () => {
  const yoghurts = [6000, 5000, 4000].map((priceKopecks) => ({ priceKopecks }));
  const params = { number: 3, order: 'dearest-first' };
  assert.deepEqual(pickOf(everyNthUnit, params, { lines: yoghurts }).targets, [0, 0, 1]);
});
