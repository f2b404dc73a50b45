import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant, localMoment } from '#shared/time.ts';
import { compileRuleSet } from '../compile/rule-set.ts';
import type { Promotion } from '../language/rule.ts';
import { askOf, counterChangeOf } from './ask.ts';

const occurredAt = instant(Date.parse('2026-03-05T12:00:00Z'));
const AT = {
  occurredAt,
  local: localMoment(occurredAt, 'Europe/Moscow'),
  place: null,
  programmeCode: 'main',
};
const promotion = (some: Partial<Promotion>): Promotion => ({
  code: 'a',
  title: { ru: 'а', en: 'a' },
  phase: 2,
  isOn: true,
  then: [{ effect: 'percent-off', params: { rateBasisPoints: 100 } }],
  stacking: { group: 'a', priority: 0 },
  ...some,
});

test('promotions that count nothing ask for nothing', () => {
  const ask = askOf(compileRuleSet(1, [promotion({})]), AT);
  assert.deepEqual([ask.limits.size, ask.counters.size, ask.history], [0, 0, null]);
});

test('a limit is asked for by what it counts, of whom and when', () => {
  const limits: Promotion['limits'] = [
    { code: 'l', unit: 'times', subject: 'promotion', period: 'month', max: 5 },
    { code: 'r', unit: 'times', subject: 'receipt', period: 'receipt', max: 1 },
  ];
  const { limits: asked } = askOf(compileRuleSet(1, [promotion({ limits })]), AT);
  assert.deepEqual(
    [...asked.values()],
    [
      {
        key: 'a/l',
        meter: 'a/l times promotion month',
        isShared: true,
        subjectCode: 'a/l',
        from: Date.parse('2026-03-01T00:00:00Z'),
        start: Date.parse('2026-03-01T00:00:00Z'),
        max: 5,
        bound: 5,
      },
    ],
  );
});

test('a record that changes a counter is understood, others are left alone', () => {
  const record = { effect: 'change-counter', promotionCode: 'a', phase: 9, counterCode: 'c' };
  assert.deepEqual(counterChangeOf({ ...record, op: 'reduce', amount: 2 }), {
    promotionCode: 'a',
    code: 'c',
    op: 'reduce',
    amount: 2,
  });
  assert.equal(counterChangeOf({ ...record, effect: 'call-hook' }), undefined);
});
