import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion } from '../../testing/builders.ts';
import type { Limit, LimitUnit } from '../language/limit-shape.ts';
import { type BoundLimit, boundLimits } from './bound-limits.ts';
import { compileLimits } from './compile-limits.ts';

const UNITS: readonly LimitUnit[] = [
  ...(['coupons', 'units', 'points', 'sets'] as const),
  ...(['times', 'kopecks', 'skus', 'milli'] as const),
];

/** A promotion with a limit of each unit, in this order. */
function boundOf(more: Partial<Limit>) {
  const limits = UNITS.map((unit) => ({
    ...({ code: unit, unit, subject: 'member', period: 'day', max: 1 } as const),
    ...more,
  }));
  return boundLimits(compileLimits(aPromotion({ limits }), new Set()));
}
const unitsOf = (list: readonly BoundLimit[]) => list.map(({ limit }) => limit.unit);

test('limits stand by when they bind, as they are written', () => {
  const { all, sets, selection, outcome } = boundOf({});
  assert.deepEqual(unitsOf(all), UNITS);
  assert.deepEqual(unitsOf(sets), ['sets']);
  assert.deepEqual(
    unitsOf(selection).filter((unit) => unit !== 'sets'),
    ['units', 'times', 'skus', 'milli'],
  );
  assert.deepEqual(unitsOf(outcome), ['coupons', 'points', 'kopecks']);
});

test('a limit that only raises an alarm binds nothing', () => {
  const { all, sets, selection, outcome } = boundOf({ reaction: 'alarm' });
  assert.deepEqual(unitsOf(all), UNITS);
  assert.deepEqual([sets, selection, outcome], [[], [], []]);
});

test('each limit stands with what it counts', () => {
  assert.ok(boundOf({}).all.every(({ limit, unit }) => unit.code === limit.unit));
});
