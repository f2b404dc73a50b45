import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenIn, type TryWish, trialOf } from '../../testing/try-builders.ts';
import { splitSlice } from '../basket/split.ts';
import { cheapestUnits } from '../selectors/cheapest-units.ts';
import {
  costOf,
  isByLine,
  lineEnd,
  milliAt,
  raiseFloor,
  reachAt,
  takeOff,
  takeOffPlaces,
  takeOffTogether,
} from './give-money.ts';

const lines = [{ priceKopecks: 200 }, { priceKopecks: 100, minPriceKopecks: 70 }, { sku: 'tea' }];

test('money comes off as far as there is room, and all of it is counted', () => {
  const trial = trialOf({ lines });
  takeOff(trial, 0, 150);
  takeOff(trial, 0, 100);
  takeOff(trial, 1, 100);
  takeOff(trial, 2, 0);
  assert.deepEqual(givenIn(trial).off, [200, 30, 0]);
  assert.equal(trial.discount, 230);
});

test('an effect reaches no further than what a place costs and has room for', () => {
  assert.equal(reachAt(trialOf({ lines }), 1), 30);
  // The base is higher than the price, and the price is what can be taken.
  const change: TryWish['change'] = ({ slices }) => slices.price.set([150, 100, 0]);
  assert.equal(reachAt(trialOf({ lines, change }), 0), 150);
  const raised: TryWish['change'] = ({ slices }) => slices.base.set([50, 100, 0]);
  assert.equal(reachAt(trialOf({ lines, change: raised }), 0), 50);
});

test('a sum comes off a stretch in proportion, and finds other places when one is full', () => {
  const trial = trialOf({ lines });
  takeOffTogether(trial, { from: 0, to: 2, kopecks: 120 });
  assert.deepEqual(givenIn(trial).off, [90, 30, 0]);
  takeOffTogether(trial, { from: 2, to: 3, kopecks: 99_999 });
  assert.deepEqual(givenIn(trial).off, [90, 30, 10_000]);
  takeOffTogether(trial, { from: 0, to: 3, kopecks: 0 });
  assert.equal(trial.discount, 10_120);
});

test('effects of one promotion all look at the same state; the later ones find less room', () => {
  const trial = trialOf({ lines: [{ priceKopecks: 100 }, { priceKopecks: 100 }] });
  takeOff(trial, 0, 80);
  takeOffTogether(trial, { from: 0, to: 2, kopecks: 100 });
  assert.deepEqual(givenIn(trial).off, [100, 50]);
});

test('a sum comes off the places of a list', () => {
  const trial = trialOf({ lines });
  takeOffPlaces(trial, [0, 2], 51);
  assert.deepEqual(givenIn(trial).off, [1, 0, 50]);
});

test('places of one line lie together', () => {
  const change: TryWish['change'] = (basket) => splitSlice(basket, 0, 1);
  const trial = trialOf({ lines: [{ quantityMilli: 3000 }, {}], change });
  assert.equal(isByLine(trial), false);
  assert.deepEqual([lineEnd(trial, 0), lineEnd(trial, 1), lineEnd(trial, 2)], [2, 2, 3]);
  assert.equal(costOf(trial, 0, 2), 30_000);
  assert.equal(costOf(trial, 1, 1), 0);
  assert.equal(isByLine(trialOf({ lines })), true);
});

test('quantity is that of the targets', () => {
  const select: TryWish['select'] = [cheapestUnits, { count: 3 }];
  const trial = trialOf({
    lines: [
      { quantityMilli: 1350, priceKopecks: 1, isWeighed: true },
      { quantityMilli: 5000, priceKopecks: 10 },
    ],
    select,
  });
  assert.deepEqual([milliAt(trial, 0), milliAt(trial, 1)], [1350, 2000]);
});

test('a floor rises and never sinks', () => {
  const trial = trialOf({ lines });
  assert.deepEqual(givenIn(trial).floors, []);
  raiseFloor(trial, 1, 90);
  raiseFloor(trial, 1, 80);
  assert.deepEqual(givenIn(trial).floors, [0, 90, 0]);
});

test('many places are served as few are', () => {
  const trial = trialOf({ lines: Array.from({ length: 100 }, () => ({ priceKopecks: 10 })) });
  takeOffTogether(trial, { from: 0, to: 100, kopecks: 250 });
  const { off } = givenIn(trial);
  assert.equal(off.filter((kopecks) => kopecks === 3).length, 50);
  assert.deepEqual([off[49], off[50], trial.discount], [3, 2, 250]);
});
