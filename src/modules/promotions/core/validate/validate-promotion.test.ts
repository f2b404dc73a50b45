import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion } from '../../testing/builders.ts';
import { validatePromotion } from './validate-promotion.ts';

const codesOf = (json: unknown, programme = {}) => {
  const verdict = validatePromotion(json, programme);
  return verdict.ok ? [] : verdict.problems.map(({ path, code }) => `${path} ${code}`);
};

test('a sound promotion is accepted', () => {
  assert.deepEqual(codesOf(aPromotion()), []);
});

test('a misspelt field and a strange code are refused', () => {
  assert.deepEqual(codesOf({ ...aPromotion(), prioritty: 1 }), ['/prioritty field-unknown']);
  assert.deepEqual(codesOf(aPromotion({ code: 'Большая' })), ['/code wrong-form']);
  assert.deepEqual(codesOf(null), [' wrong-type']);
});

test('funding makes a whole', () => {
  const funding = [{ partyCode: 'supplier', shareBasisPoints: 9999 }];
  assert.deepEqual(codesOf(aPromotion({ funding })), ['/funding funding-not-whole']);
});

test('an event without lines selects nothing', () => {
  const promotion = aPromotion({
    trigger: 'member.registered',
    phase: 8,
    select: { selector: 'goods', params: { skus: ['a'] } },
    then: [{ effect: 'earn-fixed', params: { points: 100, per: 'receipt' } }],
  });
  assert.deepEqual(codesOf(promotion), ['/select select-without-lines']);
  const { select, ...sound } = promotion;
  assert.ok(select);
  assert.deepEqual(codesOf(sound), []);
});

test('the programme declares queries and settings', () => {
  const when = [
    {
      condition: 'history',
      params: { aggregateKey: 'dairy', measure: 'receipts', test: { op: 'ge', value: 3 } },
    },
  ];
  assert.deepEqual(codesOf(aPromotion({ when })), [
    '/when/0/params/aggregateKey unknown-aggregate',
  ]);
  const aggregates = [{ key: 'dairy', period: { lastDays: 90 } }];
  assert.deepEqual(codesOf(aPromotion({ when }), { aggregates }), []);
  const always = aPromotion({ stacking: { isAlways: true } });
  assert.deepEqual(codesOf(always, { settings: { mayAlways: [] } }), [
    '/stacking/isAlways always-not-allowed',
  ]);
});

test('mistakes of all parts are told at once', () => {
  const promotion = aPromotion({
    when: [{ condition: 'moon', params: {} }],
    select: { selector: 'moon', params: {} },
    then: [{ effect: 'moon', params: {} }],
    limits: [{ code: 'a', unit: 'sets', subject: 'member', period: 'day', max: 1 }],
  });
  assert.deepEqual(codesOf(promotion), [
    '/when/0/condition unknown-condition',
    '/select/selector unknown-selector',
    '/then/0/effect unknown-effect',
    '/limits/0/unit limit-needs-sets',
  ]);
});
