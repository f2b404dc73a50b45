import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Check } from 'typebox/value';
import { CurrencyTermsShape, termsWithDefaults } from './currency-terms.ts';

test('a currency without terms never burns, lends nothing and is not given away', () => {
  const terms = termsWithDefaults({});
  assert.deepEqual(terms.lifetime, { activation: { when: 'at-once' }, expiry: { when: 'never' } });
  assert.deepEqual([terms.loanPointsMax, terms.transfer, terms.reactivation], [0, null, null]);
  assert.deepEqual(terms.debt, { takeBack: 'allow', debit: 'refuse' });
});

test('what is said stands, the rest keeps its default', () => {
  const terms = termsWithDefaults({ debt: { debit: 'allow' }, spendOrder: 'first-in' });
  assert.deepEqual(terms.debt, { takeBack: 'allow', debit: 'allow' });
  assert.equal(terms.spendOrder, 'first-in');
  assert.equal(terms.holdMinutesMax, 1_440);
});

test('terms that nobody knows are not accepted', () => {
  assert.equal(Check(CurrencyTermsShape, { loanPointsMax: 5 }), true);
  assert.equal(Check(CurrencyTermsShape, { loanPointsMax: -1 }), false);
  assert.equal(Check(CurrencyTermsShape, { surprise: 1 }), false);
});
