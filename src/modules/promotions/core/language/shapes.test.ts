import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import {
  codeListShape,
  codeShape,
  nameShape,
  shareShape,
  sharesShape,
  wordsShape,
} from './shapes.ts';

const WHAT = 'what it is';

test('a code is 1 to 64 small letters, digits, dots, dashes, and begins with neither dot nor dash', () => {
  const check = (code: unknown) => Value.Check(codeShape(WHAT), code);
  for (const good of ['a', '7up', 'spring-2026', 'a.b_c', 'x'.repeat(64)]) {
    assert.equal(check(good), true, good);
  }
  for (const bad of ['', '-a', '.a', 'Spring', 'весна', 'a b', 'x'.repeat(65), 7]) {
    assert.equal(check(bad), false, String(bad));
  }
});

test('a list of codes has 1 to 100', () => {
  const check = (count: number) => Value.Check(codeListShape(WHAT), Array(count).fill('a'));
  assert.deepEqual([0, 1, 100, 101].map(check), [false, true, true, false]);
});

test('words stand in both languages, none empty, none longer than allowed', () => {
  const check = (words: object) => Value.Check(wordsShape(5), words);
  assert.equal(check({ ru: 'пять5', en: 'five5' }), true);
  for (const bad of [{ ru: 'а' }, { ru: '', en: 'a' }, { ru: 'шесть6', en: 'a' }]) {
    assert.equal(check(bad), false);
  }
  assert.equal(check({ ru: 'а', en: 'a', de: 'a' }), false);
});

test('a name is words of up to 200 characters and says what it is', () => {
  const name = nameShape(WHAT);
  assert.equal(Value.Check(name, { ru: 'а'.repeat(200), en: 'a' }), true);
  assert.equal(Value.Check(name, { ru: 'а'.repeat(201), en: 'a' }), false);
  assert.equal(name.description, WHAT);
});

test('a share is 1 to 10,000 basis points', () => {
  const check = (share: number) => Value.Check(shareShape(WHAT), share);
  assert.deepEqual([0, 1, 10_000, 10_001, 1.5].map(check), [false, true, true, false, false]);
});

test('one to 16 parties share a cost', () => {
  const party = { partyCode: 'brand', shareBasisPoints: 600 };
  const check = (count: number) => Value.Check(sharesShape(WHAT), Array(count).fill(party));
  assert.deepEqual([0, 1, 16, 17].map(check), [false, true, true, false]);
  assert.equal(Value.Check(sharesShape(WHAT), [{ ...party, name: 'x' }]), false);
});
