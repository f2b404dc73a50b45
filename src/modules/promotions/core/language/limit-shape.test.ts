import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { LimitShape } from './limit-shape.ts';

const limit = { code: 'once', unit: 'times', subject: 'member', period: 'day', max: 1 };

for (const [what, more, fits] of [
  ['nothing special', {}, true],
  ['no room at all', { max: 0 }, true],
  ['a floating period of minutes', { period: { lastMinutes: 60 } }, true],
  ['a floating period of days', { period: { lastDays: 30 } }, true],
  ['a key that others share', { key: 'spring/total' }, true],
  ['a low water of 0', { lowWater: 0 }, true],
  ['an alarm', { reaction: 'alarm' }, true],
  ['a bound below 0', { max: -1 }, false],
  ['half a unit', { max: 0.5 }, false],
  ['a bound beyond all money', { max: 10_000_000_000_001 }, false],
  ['a period of 0 minutes', { period: { lastMinutes: 0 } }, false],
  ['a period of minutes and days at once', { period: { lastMinutes: 5, lastDays: 1 } }, false],
  ['a unit that nobody counts', { unit: 'roubles' }, false],
  ['a subject that nobody knows', { subject: 'planet' }, false],
  ['a reaction that nobody knows', { reaction: 'refuse' }, false],
  ['a key in capitals', { key: 'Spring' }, false],
  ['a misspelt field', { lowwater: 5 }, false],
] as const) {
  test(`a limit with ${what} ${fits ? 'fits' : 'is refused'}`, () => {
    assert.equal(Value.Check(LimitShape, { ...limit, ...more }), fits);
  });
}
