import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBasket } from '../../testing/basket.ts';
import {
  aBalance,
  aCounter,
  aHistory,
  aMember,
  aPromotion,
  aReceipt,
  day,
} from '../../testing/builders.ts';
import { contextOf } from '../../testing/check-condition.ts';
import { readKey, readNumber } from './read-source.ts';
import { SOURCES } from './sources.ts';

const context = contextOf(
  () => {
    throw new Error('no goods here');
  },
  { aggregates: [{ key: 'dairy', period: { lastDays: 30 } }] },
);
const ARGUMENTS = { none: '', stage: ':gross', code: ':x', measure: ':dairy.kopecks' } as const;
const basket = aBasket(aReceipt());

test('every source of the list can be read, numbers as keys too', () => {
  for (const { source, argument, gives } of SOURCES) {
    const name = `${source}${ARGUMENTS[argument]}`;
    const key = readKey(name, context)(basket, null, 0);
    if (gives === 'number') assert.equal(readNumber(name, context)(basket, null), key, name);
    else assert.notEqual(typeof key, 'number', name);
  }
});

test('a source that does not exist is a bug, not a zero', () => {
  assert.throws(() => readNumber('moon', context), /source moon/);
  assert.throws(() => readNumber('store', context), /number store/);
});

const full = aBasket(
  aReceipt({
    date: '2026-03-04',
    minuteOfDay: 721,
    member: aMember({
      purchasesBefore: 7,
      tierCode: 'gold',
      tiers: { fuel: 'silver' },
      tierProgress: { main: 120 },
      attributes: { children: 2, city: 'kazan', isVip: true },
    }),
    card: { categoryCode: 'pro', state: 'active', kind: 'plastic', identifiedBy: 'scan' },
    place: { cityCode: 'kazan' },
    counters: { visits: aCounter(5, { changes: 9, sum: 8 }) },
    balances: { bonus: aBalance(300, { pending: aBalance(40).total }) },
    history: { dairy: aHistory({ kopecks: 1001, receipts: 2 }) },
    event: { amount: 33, word: 'x' },
    lines: [
      { sku: 'tea', groupCodes: ['drinks', 'food'], brandCode: 'elephant', quantityMilli: 2000 },
    ],
  }),
);

for (const [source, expected] of [
  ['basket-total:gross', 20_000],
  ['purchases-before', 7],
  ['local-day', 4],
  ['local-weekday', 3],
  ['local-minute', 721],
  ['counter:visits', 5],
  ['counter:constructor', 0],
  ['variable:unset', 0],
  ['balance:bonus', 300],
  ['balance:gems', 0],
  ['attribute:children', 2],
  ['attribute:city', 0],
  ['attribute:isVip', 0],
  ['attribute:toString', 0],
  ['tier-progress:main', 120],
  ['tier-progress:fuel', 0],
  ['history:dairy.kopecks', 1001],
  ['history:dairy.averageKopecks', 500],
  ['event:amount', 33],
  ['event:word', 0],
  ['selected-units', 0],
  ['days-since-start', 0],
] as const) {
  test(`${source} is ${expected}`, () => {
    assert.equal(readNumber(source, context)(full, null), expected);
  });
}

for (const [source, expected] of [
  ['tier:main', 'gold'],
  ['tier:fuel', 'silver'],
  ['store', 'KZN1'],
  ['region', 'tatarstan'],
  ['format', 'super'],
  ['city', 'kazan'],
  ['partner', 'gastronom'],
  ['channel', 'store'],
  ['card-category', 'pro'],
  ['sku', 'tea'],
  ['brand', 'elephant'],
  ['group', ['drinks', 'food']],
  ['local-weekday', 3],
] as const) {
  test(`as a key ${source} is ${String(expected)}`, () => {
    assert.deepEqual(readKey(source, context)(full, null, 0), expected);
  });
}

test('nobody and nowhere are absent keys and zeros', () => {
  const nobody = aBasket(aReceipt({ member: null, place: null }));
  for (const source of ['tier:main', 'store', 'city', 'channel', 'card-category']) {
    assert.equal(readKey(source, context)(nobody, null, 0), undefined, source);
  }
  for (const source of ['purchases-before', 'attribute:children', 'tier-progress:main']) {
    assert.equal(readNumber(source, context)(nobody, null), 0, source);
  }
});

test('days since the start count from the last first day at the top of the promotion’s own conditions', () => {
  const range = (fromDate: string) => ({ condition: 'date-range', params: { fromDate } });
  const when = [range('2026-03-01'), range('2026-02-01'), { not: range('2026-03-03') }];
  const own = contextOf(context.goods, { promotion: aPromotion({ when }) });
  const read = readNumber('days-since-start', own);
  assert.equal(read(full, null), 3);
  const early = aBasket(aReceipt({ date: day('2026-02-27') }));
  assert.equal(read(early, null), -2);
});

test('a number that is no integer counts as 0', () => {
  const half = aBasket(aReceipt({ member: aMember({ attributes: { x: 1.5 } }) }));
  assert.equal(readNumber('attribute:x', context)(half, null), 0);
});
