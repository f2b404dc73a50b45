import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { compileRuleSet } from '../compile/rule-set.ts';
import { decide } from './decide.ts';
import { newLimitBook, usedHere } from './limit-book.ts';
import type { MissNote } from './work.ts';

const fire = { effect: 'fire', params: { event: 'custom.event' } };
const limits = [
  { code: 'l', key: 'k', unit: 'times', subject: 'member', period: 'day', max: 3 } as const,
];
const ruleSet = compileRuleSet(1, [
  aPromotion({ code: 'a', limits }),
  aPromotion({ code: 'b', phase: 9, then: [fire], limits }),
  aPromotion({
    code: 'c',
    when: [{ condition: 'basket-total', params: { minKopecks: 10_001 } }],
  }),
]);
const deciding = () => ({
  ruleSet,
  facts: aReceipt(),
  path: '',
  book: newLimitBook(),
  isExplained: false,
  misses: null,
});

test('one decision is taken, and the events that it fires are left to the caller', () => {
  const { decision, more } = decide(deciding(), (work) => work.plays.count);
  assert.equal(decision.discountKopecks, 1000);
  assert.deepEqual(decision.children, []);
  assert.equal(more, 2);
});

test('uses of shared limits are written into the book that it was given', () => {
  const { book, ...rest } = deciding();
  decide({ ...rest, book }, () => null);
  assert.equal(usedHere(book, 'k'), 2);
  const again = decide({ ...rest, book }, () => null);
  assert.deepEqual(
    again.decision.limitUses.map(({ promotionCode }) => promotionCode),
    ['a'],
  );
});

test('misses are noted for whoever asks', () => {
  const misses: MissNote[] = [];
  decide({ ...deciding(), misses }, () => null);
  assert.deepEqual(
    misses.map(({ rule, leaf, distance, isOnly }) => [rule.code, leaf, distance, isOnly]),
    [['c', 0, 1, true]],
  );
});

test('a decision inside another one has a working space of its own', () => {
  const { decision, more } = decide(deciding(), () => {
    const facts = aReceipt({ lines: [{ priceKopecks: 500 }] });
    return decide({ ...deciding(), facts }, () => null).decision;
  });
  assert.deepEqual([decision.discountKopecks, more.discountKopecks], [1000, 50]);
});

test('the working space is given back when something breaks', () => {
  let broken: unknown;
  assert.throws(
    () =>
      decide(deciding(), (work) => {
        broken = work;
        throw new Error('on the way');
      }),
    /on the way/,
  );
  assert.equal(decide(deciding(), (work) => work).more, broken);
});
