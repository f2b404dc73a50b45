import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateProgramme } from './validate-programme.ts';

const codesOf = (json: unknown) => {
  const verdict = validateProgramme(json);
  return verdict.ok ? [] : verdict.problems.map(({ path, code }) => `${path} ${code}`);
};

test('settings and queries may be left out', () => {
  assert.deepEqual(codesOf({}), []);
  assert.deepEqual(codesOf({ settings: { percentRounding: 'down' }, aggregates: [] }), []);
});

test('a strange setting and a wrong share are refused', () => {
  assert.deepEqual(codesOf({ settings: { moon: 1 } }), ['/settings/moon field-unknown']);
  assert.deepEqual(codesOf({ settings: { lineCapBasisPoints: 10_001 } }), [
    '/settings/lineCapBasisPoints too-large',
  ]);
});

test('queries have keys of their own and bounds that are not crossed', () => {
  const period = { from: '2026-02-01', to: '2026-01-01' };
  const query = { key: 'dairy', period, minPriceKopecks: 2, maxPriceKopecks: 1 };
  assert.deepEqual(codesOf({ aggregates: [query, { key: 'dairy', period: { lastDays: 3 } }] }), [
    '/aggregates/0/maxPriceKopecks bounds-crossed',
    '/aggregates/0/period/to bounds-crossed',
    '/aggregates/1/key key-twice',
  ]);
});
