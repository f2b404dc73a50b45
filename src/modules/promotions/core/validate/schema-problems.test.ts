import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TSchema, Type } from 'typebox';
import { schemaProblems } from './schema-problems.ts';

const codesOf = (shape: TSchema, value: unknown) =>
  schemaProblems(shape, value, '/x').map(({ path, code }) => `${path} ${code}`);

test('a value that fits has no problems', () => {
  assert.deepEqual(codesOf(Type.Integer(), 5), []);
});

test('a choice has one problem, not one per value', () => {
  const choice = Type.Union([Type.Literal('a'), Type.Literal('b'), Type.Null()]);
  assert.deepEqual(codesOf(Type.Object({ c: choice }), { c: 'z' }), ['/x/c not-a-choice']);
});

test('names with slashes make a proper pointer', () => {
  const shape = Type.Object({}, { additionalProperties: false });
  assert.deepEqual(codesOf(shape, { 'a/b~c': 1 }), ['/x/a~1b~0c field-unknown']);
});

test('limits are said in words', () => {
  const [problem] = schemaProblems(Type.Integer({ maximum: 7 }), 8, '');
  assert.equal(problem?.text.en, 'At most 7.');
});
