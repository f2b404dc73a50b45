import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AMOUNT_MAX } from '#shared/schema.ts';
import { amountDown, amountNear, amountUp } from './unit-amounts.ts';

test('amounts per unit are rounded down, to the nearest and up', () => {
  for (const [perUnit, milli, down, near, up] of [
    [399, 2000, 798, 798, 798],
    [399, 1500, 598, 599, 599],
    [333, 1005, 334, 335, 335],
    [100, 4, 0, 0, 1],
    [100, 5, 0, 1, 1],
    [1, 1, 0, 0, 1],
    [0, 5000, 0, 0, 0],
  ] as const) {
    const all = [amountDown, amountNear, amountUp].map((amount) => amount(perUnit, milli));
    assert.deepEqual(all, [down, near, up], `${perUnit} × ${milli}`);
  }
});

test('no amount exceeds what a receipt may cost', () => {
  for (const amount of [amountDown, amountNear, amountUp]) {
    assert.equal(amount(AMOUNT_MAX, 1000), AMOUNT_MAX);
    assert.equal(amount(AMOUNT_MAX, 1_000_000_000), AMOUNT_MAX);
    assert.equal(amount(AMOUNT_MAX - 1, 1000), AMOUNT_MAX - 1);
  }
});
