import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import {
  basisPointsParam,
  codesParam,
  flagParam,
  kopecksParam,
  listParam,
  optionName,
  optionParam,
  optionsOf,
} from './params.ts';

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

test('a value of a choice has its name, a strange one stands for itself', () => {
  const options = optionsOf(optionParam('b', LABEL));
  assert.deepEqual(optionName(options, 'b'), LABEL);
  assert.equal(optionName(options, 'x').ru, 'x');
});

test('a flag says what its yes and its no are called', () => {
  assert.partialDeepStrictEqual(flagParam(LABEL), { 'x-true': LABEL });
  const no = { ru: 'нет', en: 'no' };
  assert.partialDeepStrictEqual(flagParam(LABEL, { yes: LABEL, no }), { 'x-false': no });
});

test('a list tells its items by a sentence of their own', () => {
  const list = listParam(kopecksParam(LABEL), { label: LABEL, title: LABEL, maxItems: 3 });
  assert.partialDeepStrictEqual(list, { maxItems: 3, 'x-unit': 'list', 'x-title': LABEL });
});
