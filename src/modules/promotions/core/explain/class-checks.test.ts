import assert from 'node:assert/strict';
import { test } from 'node:test';
import { present } from '#shared/assert.ts';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { compileRuleSet, deckOf } from '../compile/rule-set.ts';
import { emptyBasket, whyOfClass } from './class-checks.ts';

const facts = aReceipt();
const promotion = aPromotion({
  when: [
    { condition: 'place', params: { storeCodes: ['KZN1'] } },
    { condition: 'channel', params: { channels: ['web'] } },
    { condition: 'local-hours', params: { fromMinute: 1320, toMinute: 120 } },
    { condition: 'identified', params: {} },
  ],
});
const deck = deckOf(compileRuleSet(1, [promotion]), facts);
const rule = present(deck.rules[0], 'rule');
const at = { basket: emptyBasket(deck, facts), settings: deck.settings };

test('the first failing condition of a class says why', () => {
  const found = whyOfClass(rule, 'place', at);
  assert.equal(found?.reason?.code, 'wrong-channel');
  assert.equal(found.distance, null);
});

test('a condition of time says by how much it is missed', () => {
  // Noon in the store; the window opens at ten in the evening.
  assert.deepEqual(whyOfClass(rule, 'time', at)?.distance, { unit: 'minutes', value: 600 });
});

test('a class of which nothing fails has nothing to say', () => {
  assert.equal(whyOfClass(rule, 'audience', at), null);
});
