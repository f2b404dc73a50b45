import assert from 'node:assert/strict';
import { test } from 'node:test';
import { present } from '#shared/assert.ts';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { compileRuleSet, deckOf } from '../compile/rule-set.ts';
import type { VerdictEntry } from '../decision.ts';
import { explainEntry } from './explain-entry.ts';

const facts = aReceipt();
const deck = deckOf(
  compileRuleSet(1, [
    aPromotion({
      code: 'a',
      limits: [{ code: 'once', unit: 'times', subject: 'member', period: 'day', max: 1 }],
    }),
    aPromotion({ code: 'b' }),
  ]),
  facts,
);
const findingOf = (...entry: VerdictEntry) =>
  explainEntry(entry, { deck, rule: present(deck.rules[entry[0]], 'rule'), facts });

test('a limit that left nothing is told by what it is', () => {
  const finding = findingOf(0, 7, 0);
  assert.equal(finding.verdict, 'limited');
  assert.equal(finding.reason?.text.en, 'the limit is used up: at most once per member a day');
});

test('no effect has three reasons', () => {
  const codes = [0, 1, 2].map((why) => findingOf(0, 8, why).reason?.code);
  assert.deepEqual(codes, ['no-goods-selected', 'nothing-to-give', 'nothing-left']);
});

test('what was cut says by what', () => {
  assert.equal(findingOf(0, 10).reason?.code, 'capped');
  const codes = [0, 1, 2, 3].map((flags) => findingOf(0, 11, 500, flags).reason?.code);
  assert.deepEqual(codes, [undefined, 'own-limit', 'common-cap', 'own-limit']);
});

test('what was given is read from the entry', () => {
  const finding = findingOf(1, 11, 500, 0, ['bonus', 7], ['chips', -2]);
  assert.equal(finding.discountKopecks, 500);
  assert.deepEqual(finding.points, [
    ['bonus', 7],
    ['chips', -2],
  ]);
});

test('the other promotion is named by its number', () => {
  assert.equal(findingOf(0, 5, 1).by, 'b');
  assert.equal(findingOf(0, 9, 1).by, 'b');
  assert.equal(findingOf(0, 6, 1).reason?.text.ru, 'только после акции «b»');
});
