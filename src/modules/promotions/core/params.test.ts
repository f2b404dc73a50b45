import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { basisPointsParam, codesParam, kopecksParam, optionParam, optionsOf } from './params.ts';

const LABEL = { ru: 'Поле', en: 'Field' };

test('every field carries its unit and its name in both languages', () => {
  assert.partialDeepStrictEqual(kopecksParam(LABEL), {
    'x-unit': 'kopecks',
    'x-label': LABEL,
    description: 'Field',
  });
});

test('fields hold their bounds', () => {
  assert.equal(Value.Check(kopecksParam(LABEL, 1), 0), false);
  assert.equal(Value.Check(basisPointsParam(LABEL), 10_001), false);
  assert.equal(Value.Check(codesParam(LABEL, 'goods'), []), false);
  assert.equal(Value.Check(codesParam(LABEL, 'goods'), ['a b']), false);
  assert.equal(Value.Check(codesParam(LABEL, 'goods'), ['milk-1']), true);
});

test('options keep their order', () => {
  const options = optionsOf(optionParam('b', LABEL), optionParam('a', LABEL));
  assert.deepEqual(
    options.map((option) => option.const),
    ['b', 'a'],
  );
});
