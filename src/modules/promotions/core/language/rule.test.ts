import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { aPromotion } from '../../testing/builders.ts';
import { PromotionShape } from './rule.ts';

test('a promotion with nested groups fits the shape', () => {
  const when = [{ not: { any: [{ all: [{ condition: 'identified', params: {} }] }] } }];
  assert.equal(Value.Check(PromotionShape, aPromotion({ when })), true);
});

test('a misspelt field and a strange code do not fit', () => {
  assert.equal(Value.Check(PromotionShape, { ...aPromotion(), prioritty: 1 }), false);
  assert.equal(Value.Check(PromotionShape, aPromotion({ code: 'Большая скидка' })), false);
});
