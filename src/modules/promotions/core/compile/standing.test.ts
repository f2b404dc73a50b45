import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, type PromotionWish } from '../../testing/builders.ts';
import {
  LINE_GIVEN_POINTS,
  LINE_GIVEN_PRICE,
  LINE_LOCKED_POINTS,
  LINE_LOCKED_PRICE,
} from '../basket/basket.ts';
import { USED_IN_PHASE, USED_UP } from '../basket/slices.ts';
import { standingOf } from './standing.ts';
import { STEP } from './steps.ts';

const standing = (wish: PromotionWish, half: '1a' | '8b' | null = null) =>
  standingOf(aPromotion(wish), half);

for (const [phase, stacking, marksUnits] of [
  [2, {}, 0],
  [3, {}, USED_IN_PHASE],
  [3, { takesUnits: 'no' }, 0],
  [2, { takesUnits: 'phase' }, USED_IN_PHASE],
  [4, { takesUnits: 'receipt' }, USED_UP],
] as const) {
  test(`units of a promotion of phase ${phase} with ${JSON.stringify(stacking)} get mark ${marksUnits}`, () => {
    assert.equal(standing({ phase, stacking }).marksUnits, marksUnits);
  });
}

test('units taken for the receipt are hidden in price phases only', () => {
  assert.equal(standing({ phase: 2 }).sight.takenBy, USED_IN_PHASE | USED_UP);
  for (const phase of [0, 6, 7, 8, 9, 10]) {
    assert.equal(standing({ phase }).sight.takenBy, USED_IN_PHASE, `phase ${phase}`);
  }
});

test('gifts of prices and of points are marked apart', () => {
  assert.equal(standing({ phase: 2 }).marksGiven, LINE_GIVEN_PRICE);
  assert.equal(standing({ phase: 8 }).marksGiven, LINE_GIVEN_POINTS);
  assert.equal(standing({ phase: 8 }, '8b').marksGiven, LINE_GIVEN_POINTS);
  assert.equal(standing({ phase: 6 }).marksGiven, 0);
});

test('one that is alone on its lines locks them and does not see lines with gifts of others', () => {
  const price = standing({ phase: 2, stacking: { exclusive: 'line' } });
  assert.equal(price.marksLocked, LINE_LOCKED_PRICE);
  assert.equal(price.sight.lockedBy, LINE_LOCKED_PRICE | LINE_GIVEN_PRICE);
  const points = standing({ phase: 8, stacking: { exclusive: 'line' } });
  assert.equal(points.marksLocked, LINE_LOCKED_POINTS);
  assert.equal(points.sight.lockedBy, LINE_LOCKED_POINTS | LINE_GIVEN_POINTS);
  assert.equal(standing({ phase: 2 }).sight.lockedBy, LINE_LOCKED_PRICE);
});

test('an always-promotion neither locks, nor is locked out, nor counts as another; taken units it misses too', () => {
  const { sight, marksGiven, marksLocked } = standing({
    phase: 2,
    stacking: { isAlways: true, exclusive: 'line' },
  });
  assert.deepEqual([sight.lockedBy, marksGiven, marksLocked], [0, 0, 0]);
  assert.equal(sight.takenBy, USED_IN_PHASE | USED_UP);
});

for (const [exclusive, inGroup, ofAll, step] of [
  ['line', false, false, STEP.basket],
  ['group', true, false, STEP.basket],
  ['all', false, true, STEP.pricePrelude],
] as const) {
  test(`exclusive ${exclusive} of phase 4 plays at step ${step}`, () => {
    const found = standing({ phase: 4, stacking: { exclusive } });
    assert.deepEqual([found.isExclusiveInGroup, found.isExclusiveOfAll], [inGroup, ofAll]);
    assert.deepEqual([found.step, found.ownStep], [step, STEP.basket]);
  });
}

test('the exclusive of an always-promotion has no effect', () => {
  const found = standing({ phase: 4, stacking: { exclusive: 'group', isAlways: true } });
  assert.equal(found.isExclusiveInGroup, false);
});
