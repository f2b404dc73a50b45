import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, type PromotionWish } from '../../testing/builders.ts';
import { compileRuleSet, deckOf } from './rule-set.ts';

const setOf = (...wishes: PromotionWish[]) =>
  compileRuleSet(
    7,
    wishes.map((wish) => aPromotion(wish)),
  );
const codesFor = (ruleSet: ReturnType<typeof setOf>, facts = aReceipt()) =>
  deckOf(ruleSet, facts).rules.map(({ code }) => code);

test('promotions stand by code, whatever the order in which they are given', () => {
  const wishes = [{ code: 'b' }, { code: 'a' }, { code: 'c' }];
  for (const given of [wishes, wishes.toReversed()]) {
    assert.deepEqual(
      setOf(...given).promotions.map(({ code }) => code),
      ['a', 'b', 'c'],
    );
    assert.deepEqual(codesFor(setOf(...given)), ['a', 'b', 'c']);
  }
});

test('one that is off is kept, is not live and is not asked what it needs', () => {
  const when = [{ condition: 'delivery', params: { kinds: ['courier'] } }];
  const ruleSet = setOf({ isOn: false, when });
  assert.equal(ruleSet.promotions.length, 1);
  assert.deepEqual(codesFor(ruleSet), []);
  assert.ok(!ruleSet.needs.has('delivery'));
  assert.ok(setOf({ when }).needs.has('delivery'));
});

test('each trigger has its own live promotions', () => {
  const ruleSet = setOf({ code: 'a' }, { code: 'b', trigger: 'coupon.used' });
  assert.deepEqual(codesFor(ruleSet), ['a']);
  assert.deepEqual(codesFor(ruleSet, aReceipt({ trigger: 'coupon.used', lines: [] })), ['b']);
  assert.deepEqual(codesFor(ruleSet, aReceipt({ trigger: 'date.reached', lines: [] })), []);
});

test('a promotion of a programme is live there only, one of none everywhere', () => {
  const ruleSet = setOf({ code: 'a', programmeCode: 'pro' }, { code: 'b' });
  assert.deepEqual(codesFor(ruleSet, aReceipt({ programmeCode: 'pro' })), ['a', 'b']);
  assert.deepEqual(codesFor(ruleSet, aReceipt({ programmeCode: 'unheard-of' })), ['b']);
});

test('asked twice, a deck is the same', () => {
  const ruleSet = setOf({});
  assert.equal(deckOf(ruleSet, aReceipt()), deckOf(ruleSet, aReceipt({ date: '2027-01-01' })));
});

test('what the programme does not set is the default', () => {
  const { settings } = compileRuleSet(0, [], { settings: { policy: 'chain' } });
  assert.deepEqual([settings.policy, settings.cutOrder], ['chain', 'last-first']);
});

test('a key that two live promotions name is shared', () => {
  const limits = [
    { code: 'l', unit: 'times', subject: 'promotion', period: 'day', max: 1, key: 'k' },
  ] as const;
  const wish = (code: string, isOn = true): PromotionWish => ({ code, isOn, limits: [...limits] });
  assert.ok(setOf(wish('a'), wish('b')).sharedKeys.has('k'));
  assert.ok(!setOf(wish('a'), wish('b', false)).sharedKeys.has('k'));
});

test('a code that stands twice and a strange version are bugs', () => {
  assert.throws(() => setOf({}, {}), /stands twice/);
  for (const version of [-1, 0.5, Number.NaN]) {
    assert.throws(() => compileRuleSet(version, []), /version/);
  }
});
