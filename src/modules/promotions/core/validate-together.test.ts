import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion } from '../testing/builders.ts';
import { validateTogether } from './validate-together.ts';

const codesOf = (...promotions: Parameters<typeof validateTogether>[0]) =>
  validateTogether(promotions).map(({ path, code }) => `${path} ${code}`);

test('a code stands once in a rule set', () => {
  assert.deepEqual(codesOf(aPromotion(), aPromotion()), ['/1/code code-taken']);
});

test('one group of one phase goes by one policy', () => {
  const sum = aPromotion({ code: 'a' });
  const chain = aPromotion({ code: 'b', stacking: { policy: 'chain' } });
  assert.deepEqual(codesOf(sum, chain), ['/1/stacking/policy group-policy-mixed']);
  assert.deepEqual(codesOf(sum, { ...chain, phase: 3 }), []);
});
