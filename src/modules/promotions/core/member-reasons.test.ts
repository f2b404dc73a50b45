import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notIdentified } from './member-reasons.ts';

test('an anonymous buyer is told to show the card', () => {
  assert.equal(notIdentified().code, 'not-identified');
});
