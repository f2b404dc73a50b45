import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { dateRange } from './date-range.ts';

const MARCH = { fromDate: '2026-03-01', toDate: '2026-03-31' };
const codesOf = (params: object) => dateRange.problems(params).map(({ code }) => code);

test('both ends of a date range belong to it', () => {
  for (const [date, code] of [
    ['2026-02-28', 'not-yet'],
    ['2026-03-01', undefined],
    ['2026-03-31', undefined],
    ['2026-04-01', 'over'],
  ] as const) {
    assert.equal(checkOf(dateRange, MARCH, aReceipt({ date }))?.code, code);
  }
});

test('a range may be open on either side', () => {
  const receipt = aReceipt({ date: '2026-03-04' });
  assert.equal(checkOf(dateRange, { fromDate: '2020-01-01' }, receipt), null);
  assert.equal(checkOf(dateRange, { toDate: '2030-01-01' }, receipt), null);
});

test('before the range the buyer hears how many days to wait, after it nothing', () => {
  const early = checkOf(dateRange, MARCH, aReceipt({ date: '2026-02-27' }));
  assert.deepEqual(early?.distance, { unit: 'days', value: 2 });
  assert.equal(checkOf(dateRange, MARCH, aReceipt({ date: '2026-04-02' }))?.distance, null);
});

test('days that do not exist, crossed bounds and no dates at all are mistakes', () => {
  assert.deepEqual(codesOf({ fromDate: '2026-02-30' }), ['no-such-day']);
  assert.deepEqual(codesOf({ fromDate: '2026-03-02', toDate: '2026-03-01' }), ['bounds-crossed']);
  assert.deepEqual(codesOf({}), ['no-bounds']);
  assert.deepEqual(codesOf(MARCH), []);
});
