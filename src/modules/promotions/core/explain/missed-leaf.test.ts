import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { compileRuleSet, deckOf } from '../compile/rule-set.ts';
import { whyMissed } from './missed-leaf.ts';

const facts = aReceipt();
const total = (minKopecks: number) => ({ condition: 'basket-total', params: { minKopecks } });
const night = { condition: 'local-hours', params: { fromMinute: 1320, toMinute: 120 } };
const promotion = aPromotion({
  when: [{ all: [night, total(5)] }, { any: [total(7), { not: { all: [total(1), night] } }] }],
});
const rule = deckOf(compileRuleSet(1, [promotion]), facts).rules[0];
const whyOf = (leaf: number, distance: number | null) =>
  rule === undefined ? undefined : whyMissed(rule, { leaf, distance }, facts);

test('leaves are numbered through the whole list of conditions', () => {
  assert.equal(whyOf(0, 600)?.code, 'wrong-local-hour');
  assert.equal(whyOf(1, 3)?.text.en, '0.03\u00a0₽ more');
  assert.equal(whyOf(2, 5)?.code, 'basket-total-too-small');
});

test('a leaf inside a not tells what is excluded', () => {
  const why = whyOf(3, null);
  assert.equal(why?.code, 'excluded');
  assert.match(why?.text.en ?? '', /^not when: \(receipt of 0\.01/);
});

test('a leaf that is not there is told without a reason', () => {
  assert.equal(whyOf(9, null)?.code, 'missed');
});
