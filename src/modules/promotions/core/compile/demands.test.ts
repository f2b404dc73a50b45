import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allBits, hasBit } from './bits.ts';
import { buildDemands, meetAll, newMet, startMeeting, wantedBy } from './demands.ts';

/** Promotion 0 wants nothing, promotion 1 one thing, promotion 2 three things. */
const demands = buildDemands([1, 2, 2, 2], 3);

function satisfied(met: ReturnType<typeof newMet>, ...seen: number[]): number[] {
  startMeeting(met, demands);
  for (const demand of seen) meetAll(met, demands, wantedBy(demands, [demand]));
  return [0, 1, 2].filter((rule) => hasBit(met.bits, rule));
}

test('a promotion is satisfied by the last of its demands', () => {
  const met = newMet(demands);
  for (const [seen, rules] of [
    [[], [0]],
    [[0], [0, 1]],
    [[1, 2], [0]],
    [
      [1, 2, 3],
      [0, 2],
    ],
    [
      [3, 0, 1, 2],
      [0, 1, 2],
    ],
  ] as const) {
    assert.deepEqual(satisfied(met, ...seen), rules);
  }
});

test('a demand that is met twice counts once', () => {
  assert.deepEqual(satisfied(newMet(demands), 1, 1, 1, 2), [0]);
});

test('one thing may meet demands of several promotions at once', () => {
  const met = newMet(demands);
  startMeeting(met, demands);
  meetAll(met, demands, wantedBy(demands, [0, 1, 2, 3]));
  assert.deepEqual(met.bits, allBits(3));
});

test('what one receipt has met is forgotten for the next', () => {
  const met = newMet(demands);
  satisfied(met, 1, 2);
  assert.deepEqual(satisfied(met, 3), [0]);
});

test('nothing is mistaken for met when the numbers of receipts begin anew', () => {
  const met = newMet(demands);
  satisfied(met, 1, 2);
  met.now = 0x7fff_ffff;
  assert.deepEqual(satisfied(met, 3), [0]);
  assert.deepEqual(satisfied(met, 1, 2, 3), [0, 2]);
});

test('without any demand all promotions are satisfied', () => {
  const none = buildDemands([], 40);
  const met = newMet(none);
  startMeeting(met, none);
  assert.deepEqual(met.bits, allBits(40));
});
