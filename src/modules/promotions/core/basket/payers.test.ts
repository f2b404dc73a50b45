import assert from 'node:assert/strict';
import { test } from 'node:test';
import { points } from '#shared/points.ts';
import { aReceipt } from '../../testing/builders.ts';
import type { Facts, RedemptionFacts } from '../facts.ts';
import { defaultCurrency, payersOf } from './payers.ts';

const payer = (currencyCode: string, order?: number): RedemptionFacts => ({
  currencyCode,
  requestedPoints: points(0),
  availablePoints: points(0),
  ...(order === undefined ? {} : { order }),
});
const factsOf = (redemption: Facts['redemption'], currencies: readonly string[] = []): Facts => ({
  ...aReceipt(),
  redemption,
  currencies: Object.fromEntries(
    currencies.map((code) => [code, { kopecksPerPoint: { num: 1, den: 1 } }]),
  ),
});
const codesOf = (facts: Facts) => payersOf(facts).map(({ currencyCode }) => currencyCode);

test('currencies pay by order, then by code; no order is 0', () => {
  const all = [payer('miles', 2), payer('stars'), payer('bonus', 2), payer('coins', 0)];
  assert.deepEqual(codesOf(factsOf(all)), ['coins', 'stars', 'bonus', 'miles']);
  assert.equal(defaultCurrency(factsOf(all)), 'coins');
});

test('codes are compared by code unit, not by locale', () => {
  assert.deepEqual(codesOf(factsOf([payer('b'), payer('B'), payer('a')])), ['B', 'a', 'b']);
});

test('one record is a list of one', () => {
  assert.deepEqual(codesOf(factsOf(payer('bonus'))), ['bonus']);
  assert.equal(defaultCurrency(factsOf(payer('bonus'), ['ares'])), 'bonus');
  assert.equal(defaultCurrency(factsOf([payer('bonus')], ['ares'])), 'bonus');
});

test('where nothing pays, the first currency by code is the usual one', () => {
  assert.deepEqual(codesOf(factsOf([])), []);
  assert.equal(defaultCurrency(factsOf([], ['stars', 'coins', 'miles'])), 'coins');
  assert.equal(defaultCurrency(factsOf([])), undefined);
});
