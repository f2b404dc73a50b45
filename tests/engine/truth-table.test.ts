import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discountOf, EVALUATORS } from './both.ts';
import { PAIRS, RECEIPT } from './truth-table.ts';

for (const { name, run } of EVALUATORS) {
  for (const { row, column, roubles, rules } of PAIRS) {
    test(`${name}: ${row.code} with ${column.code} takes ${roubles} ₽ off`, () => {
      assert.equal(discountOf(run(rules, RECEIPT)), roubles * 100);
    });
  }
}

test('every pair of the fifteen codes is in the table', () => {
  assert.equal(PAIRS.length, 120);
  assert.ok(PAIRS.every((pair) => pair.roubles >= 0));
});
