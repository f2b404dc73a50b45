import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion } from '../../testing/builders.ts';
import { compileRuleSet } from '../compile/rule-set.ts';
import type { OnReturn } from '../language/rule.ts';
import { returnWords } from './return-word.ts';

const THEN = [
  { effect: 'issue-coupon', params: { emissionCode: 'tea' } },
  { effect: 'percent-off', params: { rateBasisPoints: 500 } },
];

function wordsWith(onReturn: OnReturn | undefined) {
  const said = onReturn === undefined ? {} : { onReturn };
  const promotion = aPromotion({ code: 'p', phase: 2, then: THEN, ...said });
  return returnWords(compileRuleSet(1, [promotion], { settings: { onReturn: 'keep' } }));
}

test('a promotion that says nothing goes by the settings, and so does one that is gone', () => {
  assert.equal(wordsWith(undefined)('p', 'money'), 'keep');
  assert.equal(wordsWith('proportional')('of-another-time', 'money'), 'keep');
});

test('one word counts for all that a promotion gives', () => {
  const wordOf = wordsWith('re-evaluate');
  assert.equal(wordOf('p', 'money'), 're-evaluate');
  assert.equal(wordOf('p', { effect: 'issue-coupon' }), 're-evaluate');
});

test('money goes by the first effect that takes money off, whatever stands before it', () => {
  const wordOf = wordsWith({
    default: 'proportional',
    byEffect: { 'percent-off': 're-evaluate', 'issue-coupon': 'keep' },
  });
  assert.equal(wordOf('p', 'money'), 're-evaluate');
  assert.equal(wordOf('p', { effect: 'issue-coupon' }), 'keep');
  assert.equal(wordOf('p', { effect: 'change-tier' }), 'proportional');
  assert.equal(wordOf('p', 'points'), 'proportional');
});
