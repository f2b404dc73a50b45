import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { CounterShape } from './counter-shape.ts';

const counter = { code: 'visits', title: { ru: 'Визиты', en: 'Visits' } };

for (const [what, value, fits] of [
  ['a code and a title', counter, true],
  ['a period of the calendar', { ...counter, period: 'month' }, true],
  ['a period that never ends', { ...counter, period: 'none' }, true],
  ['a period that nobody knows', { ...counter, period: 'fortnight' }, false],
  ['a code with a space', { ...counter, code: 'my visits' }, false],
  ['a title in one language', { ...counter, title: { ru: 'Визиты' } }, false],
  ['a field of its own', { ...counter, max: 5 }, false],
] as const) {
  test(`a counter with ${what} ${fits ? 'fits' : 'is refused'}`, () => {
    assert.equal(Value.Check(CounterShape, value), fits);
  });
}
