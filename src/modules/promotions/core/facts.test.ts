import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownFact } from './facts.ts';

test('a fact is found by its own code', () => {
  assert.equal(ownFact({ visits: 3 }, 'visits'), 3);
  assert.equal(ownFact({ visits: 0 }, 'visits'), 0);
});

test('codes that every object inherits name no fact', () => {
  for (const code of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'visits']) {
    assert.equal(ownFact<unknown>({}, code), undefined, code);
  }
});

test('a fact may be named like what objects inherit', () => {
  const facts: Record<string, number> = JSON.parse('{"__proto__": 1, "constructor": 2}');
  assert.deepEqual([ownFact(facts, '__proto__'), ownFact(facts, 'constructor')], [1, 2]);
});
