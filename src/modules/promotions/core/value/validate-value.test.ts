import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ValuePlace, valueProblems } from './validate-value.ts';

const PLACE: ValuePlace = {
  path: '/v',
  isPerLine: false,
  hasLines: true,
  aggregateKeys: new Set(['dairy']),
};
const codesOf = (json: unknown, place: Partial<ValuePlace> = {}) =>
  valueProblems(json, { ...PLACE, ...place }).map(({ path, code }) => `${path} ${code}`);

test('sound Values have no problems', () => {
  for (const json of [
    5,
    { source: 'basket-total:gross' },
    { source: 'history:dairy.kopecks' },
    { sum: [1, { source: 'local-day' }] },
    { over: [{ times: [2, 3] }, 4] },
    {
      steps: {
        source: 'counter:a',
        rows: [
          { from: 0, value: 1 },
          { from: 5, value: 2 },
        ],
      },
    },
    { table: { keys: ['store', 'local-day'], rows: [{ keys: ['A', null], value: 1 }] } },
  ]) {
    assert.deepEqual(codesOf(json), [], JSON.stringify(json));
  }
});

test('what is no Value is refused', () => {
  assert.deepEqual(codesOf(1.5), ['/v wrong-type']);
  assert.deepEqual(codesOf('5'), ['/v wrong-type']);
  assert.deepEqual(codesOf({}), ['/v wrong-type']);
  assert.deepEqual(codesOf({ source: 5 }), ['/v/source wrong-type']);
  assert.deepEqual(codesOf({ sum: [] }), ['/v/sum too-few']);
  assert.deepEqual(codesOf({ minus: [1] }), ['/v/minus too-few']);
  assert.deepEqual(codesOf({ sum: [1], more: 2 }), ['/v/more field-unknown']);
});

test('sources must exist and mean something there', () => {
  assert.deepEqual(codesOf({ source: 'moon' }), ['/v/source unknown-source']);
  assert.deepEqual(codesOf({ source: 'store' }), ['/v/source source-is-no-number']);
  assert.deepEqual(codesOf({ source: 'basket-total:noon' }), ['/v/source unknown-stage']);
  assert.deepEqual(codesOf({ source: 'basket-total:paid-by' }), ['/v/source unknown-stage']);
  assert.deepEqual(codesOf({ source: 'history:dairy.moon' }), ['/v/source unknown-measure']);
  assert.deepEqual(codesOf({ source: 'history:bread.kopecks' }), ['/v/source unknown-aggregate']);
  assert.deepEqual(codesOf({ source: 'basket-total:gross' }, { hasLines: false }), [
    '/v/source source-needs-lines',
  ]);
});

test('a Value per line is refused where one number is needed', () => {
  const perLine = { sum: [1, { attribute: 'fat' }] };
  assert.deepEqual(codesOf(perLine), ['/v/sum/1 value-per-line']);
  assert.deepEqual(codesOf(perLine, { isPerLine: true }), []);
  const bySku = { table: { keys: ['sku'], rows: [{ keys: ['a'], value: 1 }] } };
  assert.deepEqual(codesOf(bySku), ['/v/table/keys/0 value-per-line']);
  assert.deepEqual(codesOf(bySku, { isPerLine: true, hasLines: false }), [
    '/v/table/keys/0 source-needs-lines',
  ]);
});

test('thresholds ascend and rows have as many keys as their table', () => {
  const rows = [
    { from: 5, value: 1 },
    { from: 5, value: 2 },
  ];
  assert.deepEqual(codesOf({ steps: { source: 'local-day', rows } }), [
    '/v/steps/rows/1/from steps-not-ascending',
  ]);
  const table = { keys: ['store'], rows: [{ keys: ['A', 'B'], value: 1 }] };
  assert.deepEqual(codesOf({ table }), ['/v/table/rows/0/keys table-row-keys']);
});

test('Values nest eight deep at most', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : { sum: [nested(depth - 1)] });
  assert.deepEqual(codesOf(nested(7)), []);
  assert.deepEqual(
    codesOf(nested(8)).map((one) => one.split(' ')[1]),
    ['too-deep'],
  );
});
