import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { aBasket } from '../../testing/basket.ts';
import { aReceipt } from '../../testing/builders.ts';
import { contextOf } from '../../testing/check-condition.ts';
import { newGoodsRegistry } from '../compile/goods-registry.ts';
import { defineCondition, FAR, MET, readerOf } from './condition.ts';

const context = contextOf(newGoodsRegistry().refOf);
const SOURCE = {
  code: 'lines-count',
  title: { ru: 'строк от {min}', en: '{min} lines or more' },
  params: Type.Object({ min: Type.Integer({ minimum: 1 }) }, { additionalProperties: false }),
  class: 'state',
  needs: ['lines'],
  prepare: ({ min }: { min: number }) => min,
  check: (min: number, { lines }: { lines: readonly unknown[] }) =>
    lines.length >= min ? MET : min - lines.length,
  why: () => ({ code: 'too-few', text: { ru: 'мало', en: 'too few' } }),
} as const;

test('a checker answers with what was prepared from the parameters', () => {
  const condition = defineCondition(SOURCE);
  const facts = aReceipt({ lines: [{}, {}] });
  const check = (min: number) => condition.compile({ min }, context)(facts, aBasket(facts));
  assert.deepEqual([check(2), check(5)], [MET, 3]);
});

test('met, far and a distance are three different answers', () => {
  assert.equal(MET, 0);
  assert.ok(FAR < 0);
});

test('parameters that do not fit are a bug, and the condition is named', () => {
  const condition = defineCondition(SOURCE);
  for (const wrong of [{ min: 0 }, { min: 1, more: 1 }]) {
    assert.throws(() => condition.compile(wrong, context), /lines-count/);
    assert.throws(() => condition.why(wrong, { facts: aReceipt(), distance: 1 }), /lines-count/);
  }
});

test('what a condition does not say is nothing', () => {
  const condition = defineCondition(SOURCE);
  const params = { min: 1 };
  assert.equal(condition.unit(params), null);
  assert.equal(condition.keys(params), null);
  for (const list of [condition.problems, condition.goods, condition.edges]) {
    assert.deepEqual(list(params), []);
  }
});

test('unit and needs may depend on the parameters', () => {
  const condition = defineCondition({
    ...SOURCE,
    unit: ({ min }) => (min > 5 ? 'units' : 'times'),
    needs: ({ min }) => [`counter:${min}`],
    edges: ({ min }) => [min],
  });
  assert.deepEqual([condition.unit({ min: 6 }), condition.unit({ min: 5 })], ['units', 'times']);
  assert.deepEqual(condition.needs({ min: 6 }), ['counter:6']);
  assert.deepEqual(condition.edges({ min: 6 }), [6]);
});

test('a reader gives back what it was given, or stops', () => {
  const read = readerOf('x', SOURCE.params);
  const params = { min: 2 };
  assert.equal(read(params), params);
  for (const wrong of [undefined, null, [], 'min', { min: '2' }, { min: 1.5 }]) {
    assert.throws(() => read(wrong), /parameters of x/);
  }
});
