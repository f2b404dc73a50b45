import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { event } from './event.ts';

const happened = (event: Record<string, string | number>) =>
  aReceipt({ trigger: 'site.event', event, lines: [] });
const VIEWS = { field: 'views', test: { op: 'ge', value: 3 } };

test('a field of the event passes its test', () => {
  assert.equal(checkOf(event, VIEWS, happened({ views: 3 })), null);
  const page = { field: 'page', test: { op: 'in', values: ['promo', 'main'] } };
  assert.equal(checkOf(event, page, happened({ page: 'main' })), null);
});

test('a number that is too low hears how far, a missing field does not', () => {
  const low = checkOf(event, VIEWS, happened({ views: 1 }));
  assert.deepEqual(low?.distance, { unit: 'times', value: 2 });
  const missing = checkOf(event, VIEWS, happened({}));
  assert.deepEqual([missing?.code, missing?.distance], ['wrong-event', null]);
});
