import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomOf } from './random.ts';

test('the same seed gives the same stream', () => {
  const one = randomOf('kopilka');
  const two = randomOf('kopilka');
  const draw = (random: ReturnType<typeof randomOf>) =>
    Array.from({ length: 50 }, () => random.int(1_000_000));
  assert.deepEqual(draw(one), draw(two));
});

test('seeds that differ in one letter give unrelated streams', () => {
  const one = randomOf('day-1');
  const two = randomOf('day-2');
  const equal = Array.from({ length: 1000 }, () => one.int(10) === two.int(10));
  assert.ok(equal.filter(Boolean).length < 150);
});

test('integers stay below their bound and reach every value', () => {
  const random = randomOf('bounds');
  const seen = new Set(Array.from({ length: 500 }, () => random.int(7)));
  assert.deepEqual(
    [...seen].sort((a, b) => a - b),
    [0, 1, 2, 3, 4, 5, 6],
  );
});

test('a chance of 30 percent comes true in about 30 cases of 100', () => {
  const random = randomOf('chance');
  const hits = Array.from({ length: 10_000 }, () => random.chance(30)).filter(Boolean).length;
  assert.ok(hits > 2850 && hits < 3150, `${hits} of 10000`);
});

test('a weight of zero is never drawn', () => {
  const random = randomOf('weights');
  const places = Array.from({ length: 1000 }, () => random.weighted([1, 0, 3]));
  assert.equal(places.includes(1), false);
  assert.ok(places.filter((place) => place === 2).length > 650);
});
