import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Limit } from '../language/limit-shape.ts';
import { describeLimit } from './describe-limits.ts';

const limit = (wish: Partial<Limit>): Limit => ({
  code: 'a',
  unit: 'times',
  subject: 'member',
  period: 'day',
  max: 3,
  ...wish,
});

test('a limit is told by its amount, subject and period', () => {
  assert.deepEqual(describeLimit(limit({})), {
    ru: 'не больше 3\u00a0раза на участника в день',
    en: 'at most 3 times per member a day',
  });
  assert.equal(
    describeLimit(limit({ unit: 'kopecks', max: 50_000, period: { lastDays: 30 } })).en,
    'at most 500.00\u00a0₽ off per member in the last 30 days',
  );
  assert.equal(
    describeLimit(limit({ unit: 'units', subject: 'receipt', period: 'receipt', reaction: 'stop' }))
      .ru,
    'не больше 3\u00a0шт. на чек, целиком или никак',
  );
});
