import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '#shared/time.ts';
import { compileRuleSet, type Programme } from '../core/index.ts';
import type { Limit } from '../core/language/limit-shape.ts';
import { aPromotion } from '../testing/builders.ts';
import { horizonsOf } from './horizons.ts';

const NOW = instant(Date.UTC(2026, 5, 30, 12));
const DAY_MS = 86_400_000;

function daysBack(period: Limit['period'] = 'day', programme: Programme = {}) {
  const limit: Limit = { code: 'l', unit: 'times', subject: 'member', max: 1, period };
  const ruleSet = compileRuleSet(1, [aPromotion({ limits: [limit] })], programme);
  const { periods, purchasesBefore } = horizonsOf(ruleSet, NOW);
  return new Map([
    ...periods.map(({ word, before }) => [word, (NOW - before) / DAY_MS] as const),
    ['purchases', Math.floor((NOW - purchasesBefore) / DAY_MS)],
  ]);
}

test('a period is kept until no late receipt can fall into it', () => {
  const kept = daysBack();
  assert.equal(kept.get('hour'), 33);
  assert.equal(kept.get('week'), 39);
  assert.equal(kept.get('year'), 398);
  assert.equal(kept.has('offer') || kept.has('none'), false);
});

test('floating limits keep what they look back at, and more than a year', () => {
  assert.equal(daysBack({ lastDays: 30 }).get('days'), 432);
  assert.equal(daysBack({ lastDays: 1000 }).get('days'), 1032);
  assert.equal(daysBack({ lastMinutes: 500 * 1440 + 1 }).get('minutes'), 533);
});

test('purchases are kept for three years, and longer when a query looks back further', () => {
  assert.equal(daysBack().get('purchases'), 1130);
  const query = (period: object) =>
    ({ aggregates: [{ key: 'q', period }] }) as unknown as Programme;
  assert.equal(daysBack('day', query({ lastDays: 30 })).get('purchases'), 1130);
  assert.equal(daysBack('day', query({ lastDays: 2000 })).get('purchases'), 2031);
  const fixed = query({ from: '2020-01-01', to: '2020-12-31' });
  assert.equal(daysBack('day', fixed).get('purchases'), 2372);
});
