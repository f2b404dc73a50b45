import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  countsFromConfirmation,
  isRealRule,
  type LifetimeRule,
  lifespanOf,
  movingRule,
  readRule,
  slide,
} from './lifetime.ts';
import { formatInstant, type Instant, instant } from './time.ts';

const MOSCOW = 'Europe/Moscow';
const BERLIN = 'Europe/Berlin';

type Activation = LifetimeRule['activation'];
type Expiry = LifetimeRule['expiry'];
type After = Extract<Expiry, { readonly when: 'after' }>;

const AT_ONCE: Activation = { when: 'at-once' };
const NEVER: Expiry = { when: 'never' };
const CONFIRMED: Activation = { when: 'confirmed', confirmation: 'delivery' };

function at(text: string): Instant {
  return instant(Temporal.Instant.from(text).epochMilliseconds);
}

function after(count: number, unit: After['unit'], more: Partial<After> = {}): After {
  return { when: 'after', count, unit, from: 'accrual', endOf: 'none', ...more };
}

function said(moment: Instant | null): string | null {
  return moment === null ? null : formatInstant(moment);
}

test('points wake when their rule says', () => {
  const cases: [Activation, string, string][] = [
    [AT_ONCE, MOSCOW, '2026-06-15T20:59:59.999Z'],
    [{ when: 'after-minutes', minutes: 90 }, MOSCOW, '2026-06-15T22:29:59.999Z'],
    [{ when: 'day-start', afterDays: 1 }, MOSCOW, '2026-06-15T21:00:00.000Z'],
    [{ when: 'day-start', afterDays: 1 }, 'Asia/Kamchatka', '2026-06-16T12:00:00.000Z'],
    [{ when: 'month-start', afterMonths: 1 }, MOSCOW, '2026-06-30T21:00:00.000Z'],
    [{ when: 'month-start', afterMonths: 7 }, MOSCOW, '2026-12-31T21:00:00.000Z'],
    [{ when: 'date', date: '2026-07-01' }, MOSCOW, '2026-06-30T21:00:00.000Z'],
    [{ when: 'date', date: '2026-06-01' }, MOSCOW, '2026-06-15T20:59:59.999Z'],
    [CONFIRMED, MOSCOW, '2026-06-15T20:59:59.999Z'],
  ];
  const occurredAt = at('2026-06-15T20:59:59.999Z');
  for (const [activation, zone, expected] of cases) {
    const { activeFrom, awaits } = lifespanOf({ activation, expiry: NEVER }, { occurredAt, zone });
    assert.equal(said(activeFrom), expected, JSON.stringify([activation, zone]));
    assert.equal(awaits, activation.when === 'confirmed' ? 'delivery' : null);
  }
});

test('points burn when their rule says', () => {
  const cases: [Expiry, string, string | null][] = [
    [NEVER, '2026-01-31T09:15:30.250Z', null],
    [after(10, 'day'), '2026-01-31T09:15:30.250Z', '2026-02-10T09:15:30.250Z'],
    [after(1, 'month'), '2026-01-31T09:15:30.250Z', '2026-02-28T09:15:30.250Z'],
    [after(1, 'month'), '2028-01-31T09:15:30.250Z', '2028-02-29T09:15:30.250Z'],
    [after(1, 'year'), '2028-02-29T09:15:30.250Z', '2029-02-28T09:15:30.250Z'],
    [after(10, 'day', { endOf: 'day' }), '2026-01-31T09:15:30Z', '2026-02-10T21:00:00.000Z'],
    [after(1, 'month', { endOf: 'month' }), '2026-01-31T09:15:30Z', '2026-02-28T21:00:00.000Z'],
    [after(1, 'day', { endOf: 'quarter' }), '2026-03-30T09:15:30Z', '2026-03-31T21:00:00.000Z'],
    [after(1, 'day', { endOf: 'quarter' }), '2026-03-31T09:15:30Z', '2026-06-30T21:00:00.000Z'],
    [after(1, 'year', { endOf: 'year' }), '2026-01-01T09:15:30Z', '2027-12-31T21:00:00.000Z'],
    [{ when: 'date', date: '2026-12-31' }, '2026-01-31T09:15:30Z', '2026-12-31T21:00:00.000Z'],
  ];
  for (const [expiry, occurredAt, expected] of cases) {
    const start = { occurredAt: at(occurredAt), zone: MOSCOW };
    const { expiresAt } = lifespanOf({ activation: AT_ONCE, expiry }, start);
    assert.equal(said(expiresAt), expected, JSON.stringify([expiry, occurredAt]));
  }
});

test('days keep the time on the wall when the clocks change', () => {
  const cases: [string, string][] = [
    ['2026-03-28T11:00:00Z', '2026-03-29T10:00:00.000Z'],
    ['2026-10-24T10:00:00Z', '2026-10-25T11:00:00.000Z'],
    // 02:30 does not exist on 29 March: the clocks go from 02:00 to 03:00.
    ['2026-03-28T01:30:00Z', '2026-03-29T01:30:00.000Z'],
  ];
  for (const [occurredAt, expected] of cases) {
    const rule = { activation: AT_ONCE, expiry: after(1, 'day') };
    const { expiresAt } = lifespanOf(rule, { occurredAt: at(occurredAt), zone: BERLIN });
    assert.equal(said(expiresAt), expected, occurredAt);
  }
});

test('an expiry that counts from activation waits for it', () => {
  const expiry = after(2, 'day', { from: 'activation' });
  const start = { occurredAt: at('2026-06-15T09:00:00Z'), zone: MOSCOW };
  const later = { activation: { when: 'day-start', afterDays: 3 }, expiry } as const;
  assert.equal(said(lifespanOf(later, start).expiresAt), '2026-06-19T21:00:00.000Z');
  const rule = { activation: CONFIRMED, expiry };
  assert.deepEqual(lifespanOf(rule, start), {
    activeFrom: start.occurredAt,
    awaits: 'delivery',
    expiresAt: null,
  });
  const activatedAt = at('2026-06-20T10:00:00Z');
  assert.deepEqual(lifespanOf(rule, { ...start, activatedAt }), {
    activeFrom: activatedAt,
    awaits: null,
    expiresAt: at('2026-06-22T10:00:00Z'),
  });
});

test('a confirmation that came before the purchase wakes the points with the purchase', () => {
  const start = { occurredAt: at('2026-06-15T09:00:00Z'), zone: MOSCOW };
  const rule = { activation: CONFIRMED, expiry: NEVER };
  const activatedAt = at('2026-06-15T08:00:00Z');
  assert.equal(lifespanOf(rule, { ...start, activatedAt }).activeFrom, start.occurredAt);
});

test('only a sliding rule gives a date after an activity', () => {
  const expiry = after(1, 'year', { endOf: 'month' });
  const activity = at('2026-06-15T09:00:00Z');
  assert.equal(slide({ activation: AT_ONCE, expiry }, activity, MOSCOW), null);
  const sliding = { activation: AT_ONCE, expiry: { ...expiry, slides: true } };
  assert.equal(said(slide(sliding, activity, MOSCOW)), '2027-06-30T21:00:00.000Z');
});

test('a lot keeps its rule only when its dates may still move', () => {
  const fromActivation = after(1, 'day', { from: 'activation' });
  const rules: [LifetimeRule, boolean][] = [
    [{ activation: AT_ONCE, expiry: after(1, 'day') }, false],
    [{ activation: AT_ONCE, expiry: after(1, 'day', { slides: true }) }, true],
    [{ activation: AT_ONCE, expiry: fromActivation }, false],
    [{ activation: CONFIRMED, expiry: after(1, 'day') }, false],
    [{ activation: CONFIRMED, expiry: fromActivation }, true],
  ];
  for (const [rule, moves] of rules) {
    const text = movingRule(rule);
    assert.equal(text !== null, moves, JSON.stringify(rule));
    if (text !== null) assert.deepEqual(readRule(text), rule);
  }
  assert.equal(countsFromConfirmation({ activation: CONFIRMED, expiry: fromActivation }), true);
});

test('a rule with a day that does not exist is seen', () => {
  const expiry: Expiry = { when: 'date', date: '2026-02-30' };
  assert.equal(isRealRule({ activation: AT_ONCE, expiry }), false);
  assert.equal(
    isRealRule({ activation: { when: 'date', date: '2026-02-28' }, expiry: NEVER }),
    true,
  );
});

const aCount = fc.record({
  ms: fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2035, 0, 1) }),
  zone: fc.constantFrom(MOSCOW, BERLIN, 'Asia/Kamchatka', 'America/Sao_Paulo', 'Asia/Tehran'),
  count: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom<After['unit']>('day', 'month', 'year'),
});

test('lifetimes agree with the calendar taken the long way', () => {
  fc.assert(
    fc.property(aCount, ({ ms, zone, count, unit }) => {
      const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
      const date = local.toPlainDate().add({ [`${unit}s`]: count });
      const expected = date.toZonedDateTime({ timeZone: zone, plainTime: local.toPlainTime() });
      const start = { occurredAt: instant(ms), zone };
      const plain = lifespanOf({ activation: AT_ONCE, expiry: after(count, unit) }, start);
      assert.equal(plain.expiresAt, expected.epochMilliseconds);
      const day = after(count, unit, { endOf: 'day' });
      const whole = lifespanOf({ activation: AT_ONCE, expiry: day }, start);
      const midnight = date.add({ days: 1 }).toZonedDateTime(zone);
      assert.equal(whole.expiresAt, midnight.epochMilliseconds);
    }),
    { numRuns: 300 },
  );
});
