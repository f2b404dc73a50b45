import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '#shared/time.ts';
import { pickRate, type Rate, type RateQuery } from './rate.ts';

const aRate = (changes: Partial<Rate> = {}): Rate => ({
  id: 'a',
  currencyCode: 'bonus',
  direction: 'sell',
  partnerCode: null,
  storeCode: null,
  promotionCode: null,
  segmentCode: null,
  validFrom: instant(0),
  validTo: null,
  points: 1,
  kopecks: 100,
  rounding: 'down',
  ...changes,
});

const QUERY: RateQuery = {
  currencyCode: 'bonus',
  direction: 'sell',
  partnerCode: 'grocery',
  storeCode: 'MSK-1',
  promotionCode: null,
  segmentCodes: ['vip'],
  at: instant(1_000),
};

const picked = (rates: readonly Rate[], query: Partial<RateQuery> = {}) =>
  pickRate(rates, { ...QUERY, ...query })?.id;

test('the rate that says most is in force, whatever the order', () => {
  const rates = [
    aRate({ id: 'all' }),
    aRate({ id: 'partner', partnerCode: 'grocery' }),
    aRate({ id: 'store', storeCode: 'MSK-1' }),
    aRate({ id: 'segment', segmentCode: 'vip' }),
  ];
  assert.equal(picked(rates), 'segment');
  assert.equal(picked([...rates].reverse()), 'segment');
  assert.equal(picked(rates, { segmentCodes: [] }), 'store');
  assert.equal(picked(rates, { segmentCodes: [], storeCode: 'KGD-1' }), 'partner');
});

test('the same points cost different roubles on two dates', () => {
  const rates = [
    aRate({ id: 'spring', validTo: instant(500) }),
    aRate({ id: 'summer', validFrom: instant(500), kopecks: 50 }),
  ];
  assert.equal(picked(rates, { at: instant(499) }), 'spring');
  assert.equal(picked(rates, { at: instant(500) }), 'summer');
});

test('of equal rates the later one is in force', () => {
  const rates = [aRate({ id: 'b' }), aRate({ id: 'new', validFrom: instant(10) }), aRate()];
  assert.equal(picked(rates), 'new');
  assert.equal(picked(rates, { at: instant(5) }), 'b');
});

test('a rate of another direction or currency is none', () => {
  assert.equal(picked([aRate({ direction: 'buy' }), aRate({ currencyCode: 'stars' })]), undefined);
});
