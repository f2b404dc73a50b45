import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Instant, instant, localMoment } from '#shared/time.ts';
import { counterMeterOf, isKept, isShared, meterOf, meterSpan } from './meter.ts';

const at = (iso: string, zone = 'Europe/Moscow') => {
  const occurredAt = instant(Date.parse(iso));
  return { occurredAt, local: localMoment(occurredAt, zone) };
};
const wall = (text: string) => Date.parse(`${text}Z`);

test('a calendar period begins where the wall of the store says', () => {
  const moment = at('2026-03-05T21:30:00Z', 'Asia/Kamchatka'); // Friday the 6th, 09:30
  const startOf = (period: 'hour' | 'day' | 'week' | 'month' | 'year' | 'offer') =>
    meterSpan(period, moment).start;
  assert.equal(startOf('hour'), wall('2026-03-06T09:00'));
  assert.equal(startOf('day'), wall('2026-03-06T00:00'));
  assert.equal(startOf('week'), wall('2026-03-02T00:00'));
  assert.equal(startOf('month'), wall('2026-03-01T00:00'));
  assert.equal(startOf('year'), wall('2026-01-01T00:00'));
  assert.equal(startOf('offer'), 0);
});

test('a cool-down ends to the millisecond, last days are dates', () => {
  const moment = at('2026-03-05T12:00:00Z');
  const hour = meterSpan({ lastMinutes: 60 }, moment);
  assert.deepEqual([hour.start - hour.from, hour.start], [3_599_999, moment.occurredAt]);
  const week = meterSpan({ lastDays: 7 }, moment);
  assert.deepEqual([week.from, week.start], [wall('2026-02-27T00:00'), wall('2026-03-05T00:00')]);
});

const ZONES = ['Europe/Kaliningrad', 'Asia/Kamchatka', 'Europe/Berlin', 'America/Sao_Paulo'];
const moments = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2035, 0, 1) });

test('two moments share a calendar period exactly when the wall shows the same one', () => {
  const label = { day: 10, month: 7, year: 4 } as const;
  fc.assert(
    fc.property(
      moments,
      fc.integer({ min: 0, max: 40 * 86_400_000 }),
      fc.constantFrom(...ZONES),
      (ms, more, zone) => {
        const [a, b] = [ms, ms + more].map((one) => ({
          occurredAt: one as Instant,
          local: localMoment(one as Instant, zone),
        }));
        if (a === undefined || b === undefined) throw new Error('two moments');
        for (const period of ['day', 'month', 'year'] as const) {
          const starts: number[] = [meterSpan(period, a).start, meterSpan(period, b).start];
          const length: number = label[period];
          const days: string[] = [a.local.date, b.local.date].map((day) => day.slice(0, length));
          const where = `${period} ${zone} ${ms} ${more}`;
          assert.equal(new Set(starts).size, new Set(days).size, where);
        }
        const [w, v] = [meterSpan('week', a).start, meterSpan('week', b).start];
        assert.equal(localMoment(w as Instant, 'UTC').weekday, 1);
        assert.equal((v - w) % (7 * 86_400_000), 0);
        assert.ok(w <= meterSpan('day', a).start && meterSpan('day', a).start < w + 7 * 86_400_000);
      },
    ),
  );
});

test('uses are kept under another name once the limit means something else', () => {
  const limit = { code: 'l', unit: 'times', subject: 'member', period: 'day', max: 1 } as const;
  assert.equal(meterOf('k', limit), 'k times member day');
  assert.equal(meterOf('k', { ...limit, max: 9 }), 'k times member day');
  assert.equal(meterOf('k', { ...limit, period: { lastDays: 5 } }), 'k times member days');
  assert.equal(meterOf('k', { ...limit, period: { lastMinutes: 5 } }), 'k times member minutes');
  assert.equal(counterMeterOf('visits', 'month'), 'visits member month');
});

test('a member, a household and a card stand for one member, all others are shared', () => {
  const subjects = ['member', 'household', 'card', 'promotion', 'store', 'cashier'] as const;
  assert.deepEqual(subjects.map(isShared), [false, false, false, true, true, true]);
});

test('only uses of a longer period than the receipt are kept', () => {
  assert.equal(isKept({ subject: 'member', period: 'day' }), true);
  assert.equal(isKept({ subject: 'member', period: 'receipt' }), false);
  assert.equal(isKept({ subject: 'receipt', period: 'day' }), false);
  assert.equal(isKept({ subject: 'line', period: 'day' }), false);
});
