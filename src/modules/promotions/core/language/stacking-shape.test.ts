import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { aPromotion } from '../../testing/builders.ts';
import { priorityOf, StackingShape } from './stacking-shape.ts';

for (const [what, more, fits] of [
  ['a group alone', {}, true],
  ['a policy of its own', { policy: 'best-deal' }, true],
  ['the highest priority and turn', { priority: 1_000_000, turn: 1000 }, true],
  ['a priority above the highest', { priority: 1_000_001 }, false],
  ['a priority below 0', { priority: -1 }, false],
  ['a turn above the last', { turn: 1001 }, false],
  ['a cap of nothing', { capBasisPoints: 0 }, false],
  ['a cap of everything', { capBasisPoints: 10_000 }, true],
  ['an empty list of blocks', { blocks: [] }, false],
  ['units taken for the receipt', { takesUnits: 'receipt' }, true],
  ['units taken for ever', { takesUnits: 'ever' }, false],
  ['the word of an older language', { isExclusive: true }, false],
] as const) {
  test(`stacking with ${what} ${fits ? 'fits' : 'is refused'}`, () => {
    assert.equal(Value.Check(StackingShape, { group: 'main', ...more }), fits);
  });
}

test('a promotion without a priority has 0', () => {
  const { priority: _, ...stacking } = aPromotion().stacking;
  assert.equal(priorityOf({ ...aPromotion(), stacking }), 0);
  assert.equal(priorityOf(aPromotion({ stacking: { priority: 7 } })), 7);
});
