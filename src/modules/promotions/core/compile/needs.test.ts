import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, type PromotionWish } from '../../testing/builders.ts';
import { needsOf } from './needs.ts';

const needs = (wish: PromotionWish) => needsOf([aPromotion({ code: 'a', ...wish })]);
const counter = {
  condition: 'counter',
  params: { counterCode: 'visits', test: { op: 'ge', value: 1 } },
};
const limit = { code: 'once', unit: 'times', subject: 'member', period: 'day', max: 1 } as const;

test('conditions are heard at any depth', () => {
  for (const when of [[counter], [{ all: [{ any: [{ not: counter }] }] }]]) {
    assert.ok(needs({ when }).has('counter:visits'));
  }
  assert.ok(!needs({}).has('counter:visits'));
});

test('effects and the formulas in them are heard', () => {
  const points = { source: 'balance:gems' };
  const earn = { effect: 'earn-fixed', params: { points, per: 'receipt' } };
  assert.ok(needs({ phase: 8, then: [earn] }).has('balance:gems'));
});

test('a selector needs its lines and its personal list', () => {
  const found = needs({ select: { selector: 'goods', params: { personalListCode: 'mine' } } });
  assert.ok(found.has('lines') && found.has('personal-list:mine'));
});

for (const [what, more, key] of [
  ['a limit', {}, 'limit:a/once'],
  ['a shared limit', { key: 'spring' }, 'limit:spring'],
  ['a limit of the receipt', { period: 'receipt' }, null],
  ['a limit of a line', { subject: 'line' }, null],
] as const) {
  test(`${what} needs ${key ?? 'no use from before'}`, () => {
    const limits = [...needs({ limits: [{ ...limit, ...more }] })].filter((need) =>
      need.startsWith('limit:'),
    );
    assert.deepEqual(limits, key === null ? [] : [key]);
  });
}

test('what two promotions need stands once, and nobody needs nothing', () => {
  const two = needsOf([
    aPromotion({ code: 'a', when: [counter] }),
    aPromotion({ when: [counter] }),
  ]);
  assert.equal([...two].filter((need) => need === 'counter:visits').length, 1);
  assert.equal(needsOf([]).size, 0);
});
