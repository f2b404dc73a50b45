import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AdjustDraft, type Limits, problemsOf, requestOf, startOf } from './adjust-draft.ts';

const currency = (code: string, divisibility: number) => ({
  code,
  title: { ru: code, en: code },
  plural: { ru: [], en: [] },
  divisibility,
  partnerCode: null,
  purpose: 'spendable' as const,
});

const rules: Limits = {
  reasons: [{ code: 'apology', title: { ru: 'а', en: 'a' }, directions: ['credit'] }],
  limits: [
    {
      currency: currency('bonus', 0),
      proposePointsMax: 1_000,
      dailyPointsMax: 5_000,
      dailyPointsLeft: 700,
      approvePointsMax: 0,
    },
    {
      currency: currency('litres', 2),
      proposePointsMax: 100_000,
      dailyPointsMax: 500_000,
      dailyPointsLeft: 500_000,
      approvePointsMax: 0,
    },
  ],
};

const aDraft = (some: Partial<AdjustDraft> = {}): AdjustDraft => ({
  ...startOf(rules),
  points: '250',
  reason: 'apology',
  comment: 'The till was down',
  ...some,
});

test('a draft without problems becomes the request, in smallest units', () => {
  assert.deepEqual(requestOf(aDraft(), rules), {
    direction: 'credit',
    currencyCode: 'bonus',
    points: 250,
    reasonCode: 'apology',
    comment: 'The till was down',
  });
  assert.equal(requestOf(aDraft({ currencyCode: 'litres', points: '12,5' }), rules)?.points, 1_250);
});

test('each field says what is wrong with it', () => {
  assert.deepEqual(problemsOf(startOf(rules), rules), {
    points: 'pointsWrong',
    reason: 'reasonMissing',
    comment: 'commentShort',
  });
  const points = (typed: string, currencyCode = 'bonus') =>
    problemsOf(aDraft({ points: typed, currencyCode }), rules).points;
  assert.equal(points('701'), 'pointsTooManyToday');
  assert.equal(points('1001'), 'pointsTooMany');
  assert.equal(points('1.5'), 'pointsWrong');
  assert.equal(points('1.555', 'litres'), 'pointsWrongFraction');
  assert.equal(points('1', 'gold'), 'mayNot');
  assert.equal(requestOf(aDraft({ points: '701' }), rules), undefined);
});
