import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { contextOf } from '../../testing/check-condition.ts';
import { newGoodsRegistry } from '../compile/goods-registry.ts';
import { GAIN_OF_PRICE } from '../deals/search-gain.ts';
import { newSelection } from '../select/selection.ts';
import { defineSelector } from './selector.ts';

const context = contextOf(newGoodsRegistry().refOf);
const title = { ru: 'первые', en: 'the first' };
const params = Type.Object(
  { count: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);

const plain = defineSelector({
  code: 'first-units',
  title,
  params,
  prepare: ({ count }) => count,
  pick: (count, _view, into) => {
    into.targetUnits = count;
  },
});

test('parameters that do not fit the schema stop the compilation and name the selector', () => {
  for (const wrong of [{}, { count: 0 }, { count: 1, more: 2 }, null]) {
    assert.throws(() => plain.compile(wrong, context), /first-units/);
  }
});

test('what is prepared once is what picks', () => {
  const selection = newSelection(1);
  const { pick } = plain.compile({ count: 3 }, context);
  pick(Object.create(null), selection);
  assert.equal(selection.targetUnits, 3);
});

test('a selector that says no more makes no sets, names no goods and looks at no price as it stands', () => {
  assert.equal(plain.compile({ count: 1 }, context).sets, null);
  assert.deepEqual(plain.goods({ count: 1 }), []);
  assert.deepEqual(plain.problems({ count: 1 }), []);
  assert.equal(plain.isSteady, true);
});

test('what a selector says of its sets comes from what it has prepared', () => {
  const sets = {
    components: [],
    mix: 'any',
    maxSets: 7,
    prefer: 'dearest',
    gain: GAIN_OF_PRICE,
  } as const;
  const made = defineSelector({
    code: 'pairs',
    title,
    params,
    isSteady: false,
    prepare: ({ count }) => ({ ...sets, maxSets: count }),
    pick: () => {},
    sets: (spec) => spec,
  });
  assert.equal(made.compile({ count: 4 }, context).sets?.maxSets, 4);
  assert.equal(made.isSteady, false);
});
