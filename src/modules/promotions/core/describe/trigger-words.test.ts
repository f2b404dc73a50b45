import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TRIGGERS } from '../language/triggers.ts';
import { TRIGGER_WORDS, triggerWords } from './trigger-words.ts';

test('every trigger has its words', () => {
  assert.deepEqual(Object.keys(TRIGGER_WORDS), [...TRIGGERS]);
  assert.equal(triggerWords('coupon.used').en, 'a coupon is used');
  assert.equal(triggerWords('moon.full').en, 'moon.full');
});
