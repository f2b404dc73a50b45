import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsOf } from '../../../testing/emissions.ts';
import { changeCard } from './change-card.ts';

test('a card changes its category', () => {
  const params = { op: 'category', categoryCode: 'gold' };
  const opening = { effect: 'change-card', promotionCode: 'ten-off', phase: 2 };
  assert.deepEqual(recordsOf(changeCard, params), [{ ...opening, ...params }]);
});

test('a new category must be named, a block names none', () => {
  assert.equal(changeCard.problems({ op: 'category' })[0]?.field, 'categoryCode');
  assert.deepEqual(changeCard.problems({ op: 'block' }), []);
});
