import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../../testing/builders.ts';
import { emissionsOf } from '../../../testing/emissions.ts';
import { iterate } from './iterate.ts';

const facts = aReceipt({
  lines: [
    { sku: 'tea', quantityMilli: 2000 },
    { sku: 'cheese', quantityMilli: 350, isWeighed: true },
  ],
});
const firedBy = (params: object, wish = { facts }) =>
  emissionsOf(iterate, { event: 'custom.event', ...params }, wish)[0]?.fires.map(
    ({ data }) => data,
  );

test('each line or unit raises an event that names it', () => {
  assert.deepEqual(firedBy({ over: 'lines' }), [
    { lineNo: 1, sku: 'tea', index: 0 },
    { lineNo: 2, sku: 'cheese', index: 1 },
  ]);
  assert.deepEqual(firedBy({ over: 'units' }), [
    { lineNo: 1, sku: 'tea', index: 0 },
    { lineNo: 1, sku: 'tea', index: 1 },
    { lineNo: 2, sku: 'cheese', index: 2 },
  ]);
});

test('a set raises an event without goods, data comes along and does not win', () => {
  const data = { index: 7, note: 'x' };
  assert.deepEqual(firedBy({ over: 'sets', data }), [{ index: 0, note: 'x' }]);
});

test('no goods raise no event', () => {
  assert.equal(firedBy({ over: 'units' }, { facts: aReceipt({ lines: [] }) }), undefined);
});
