import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant } from '#shared/time.ts';
import { aReceipt } from '../../testing/builders.ts';
import { lifespan, lifetimeOf } from './lifetime.ts';

const evening = aReceipt({ date: '2026-03-04', minuteOfDay: 1410, zone: 'Asia/Kamchatka' });
const spanOf = (params: object) => {
  const { activeFrom, expiresAt } = lifespan(lifetimeOf(params), evening);
  return [formatInstant(activeFrom), expiresAt === null ? null : formatInstant(expiresAt)];
};

test('points are active at once and never burn unless the promotion says so', () => {
  assert.deepEqual(spanOf({}), ['2026-03-04T11:30:00.000Z', null]);
  assert.deepEqual(spanOf({ lifetimeDays: null }), ['2026-03-04T11:30:00.000Z', null]);
});

test('points burn when the last day is over in the store, not in Moscow', () => {
  // The end of 11 March in Kamchatka (UTC+12).
  assert.deepEqual(spanOf({ lifetimeDays: 7 })[1], '2026-03-11T12:00:00.000Z');
});

test('delayed points wake at the start of a day and count their life from it', () => {
  assert.deepEqual(spanOf({ activeAfterDays: 14, lifetimeDays: 30 }), [
    '2026-03-17T12:00:00.000Z',
    '2026-04-17T12:00:00.000Z',
  ]);
});
