import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { card } from './card.ts';

const shown = aReceipt({
  card: {
    categoryCode: 'gold',
    emissionCode: 'e-1',
    state: 'active',
    kind: 'plastic',
    identifiedBy: 'phone',
    number: '2200123456',
  },
});

test('the card must be on every list that is named', () => {
  for (const [params, isMet] of [
    [{}, true],
    [{ categoryCodes: ['gold'], states: ['active'] }, true],
    [{ categoryCodes: ['gold'], states: ['blocked'] }, false],
    [{ emissionCodes: ['e-1', 'e-2'] }, true],
    [{ kinds: ['virtual'] }, false],
    [{ identifiedBy: ['phone'] }, true],
    [{ numberMask: '2200*' }, true],
    [{ numberMask: '2200?' }, false],
  ] as const) {
    assert.equal(checkOf(card, params, shown) === null, isMet, JSON.stringify(params));
  }
});

test('a card without a number or an emission is on no list of them', () => {
  const bare = aReceipt({
    card: { categoryCode: 'gold', state: 'active', kind: 'virtual', identifiedBy: 'app' },
  });
  assert.equal(checkOf(card, { numberMask: '*' }, bare)?.code, 'wrong-card');
  assert.equal(checkOf(card, { emissionCodes: ['e-1'] }, bare)?.code, 'wrong-card');
});

test('no card misses, member or not', () => {
  assert.equal(checkOf(card, {}, aReceipt())?.code, 'no-card');
  assert.equal(checkOf(card, {}, aReceipt({ member: null }))?.code, 'no-card');
});
