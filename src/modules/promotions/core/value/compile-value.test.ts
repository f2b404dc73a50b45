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
import { newSelection, type Selection } from '../select/selection.ts';
import { compileValue, isPerLine, readsSelection } from './compile-value.ts';
import type { Value } from './value.ts';

const facts = aReceipt({
  date: '2026-03-04',
  minuteOfDay: 615,
  lines: [
    { sku: 'tea', priceKopecks: 3000, quantityMilli: 2000, attributes: { extra: 5, note: 'x' } },
    { sku: 'milk', groupCodes: ['dairy'], brandCode: 'cow', priceKopecks: 1000 },
  ],
  member: aMember({
    purchasesBefore: 7,
    tierCode: 'gold',
    tiers: { wine: 'expert' },
    tierProgress: { main: 40 },
    attributes: { children: 2, name: 'Ann' },
    personalLists: { mine: { milk: 12 } },
  }),
  counters: { stamps: aCounter(3) },
  balances: { bonus: aBalance(250) },
  history: { dairy: aHistory({ kopecks: 90, receipts: 2 }) },
  event: { score: 8, page: 'promo' },
  card: { categoryCode: 'plus', state: 'active', kind: 'plastic', identifiedBy: 'card' },
  place: { cityCode: 'kazan' },
});
const promotion = aPromotion({
  when: [
    { condition: 'date-range', params: { fromDate: '2026-03-01' } },
    { condition: 'date-range', params: { fromDate: '2026-02-01', toDate: '2026-04-01' } },
    { any: [{ condition: 'date-range', params: { fromDate: '2026-03-03' } }] },
  ],
});
const context = contextOf(
  () => {
    throw new Error('no goods here');
  },
  { promotion, aggregates: [{ key: 'dairy', period: { lastDays: 30 } }] },
);

function valueOf(value: Value, line = -1, selection: Selection | null = null): number {
  return compileValue(value, context).at(aBasket(facts), selection, line);
}

test('sources are read from the facts and the receipt', () => {
  for (const [source, value] of [
    ['basket-total:gross', 7000],
    ['basket-total:after-discounts', 7000],
    ['purchases-before', 7],
    ['local-day', 4],
    ['local-weekday', 3],
    ['local-minute', 615],
    ['counter:stamps', 3],
    ['counter:none', 0],
    ['variable:x', 0],
    ['balance:bonus', 250],
    ['balance:none', 0],
    ['attribute:children', 2],
    ['attribute:name', 0],
    ['tier-progress:main', 40],
    ['history:dairy.kopecks', 90],
    ['history:dairy.averageKopecks', 45],
    ['event:score', 8],
    ['event:page', 0],
    ['days-since-start', 3],
    ['selected-total:gross', 0],
    ['selected-units', 0],
  ] as const) {
    assert.equal(valueOf({ source }), value, source);
  }
});

test('what is selected is read from the selection', () => {
  const selection = newSelection(4);
  selection.count = 1;
  selection.slice[0] = 0;
  selection.targets[0] = 1;
  selection.targetUnits = 1;
  assert.equal(valueOf({ source: 'selected-total:gross' }, -1, selection), 3000);
  assert.equal(valueOf({ source: 'selected-milli' }, -1, selection), 1000);
  assert.equal(valueOf({ source: 'selected-units' }, -1, selection), 1);
});

test('codes are keys of tables, a line’s own ones too', () => {
  const byKey = (key: string, code: string, line = -1) =>
    valueOf({ table: { keys: [key], rows: [{ keys: [code], value: 5 }] } }, line);
  for (const [key, code] of [
    ['tier:main', 'gold'],
    ['tier:wine', 'expert'],
    ['store', 'KZN1'],
    ['region', 'tatarstan'],
    ['format', 'super'],
    ['city', 'kazan'],
    ['partner', 'gastronom'],
    ['channel', 'store'],
    ['card-category', 'plus'],
  ] as const) {
    assert.equal(byKey(key, code), 5, key);
    assert.equal(byKey(key, 'other'), 0, key);
  }
  assert.deepEqual([byKey('sku', 'milk', 1), byKey('sku', 'milk', 0)], [5, 0]);
  assert.deepEqual([byKey('brand', 'cow', 1), byKey('brand', 'cow', 0)], [5, 0]);
  assert.deepEqual([byKey('group', 'dairy', 1), byKey('group', 'dairy', 0)], [5, 0]);
});

test('goods and personal lists say a number per line', () => {
  assert.equal(valueOf({ attribute: 'extra' }, 0), 5);
  assert.equal(valueOf({ attribute: 'note' }, 0), 0);
  assert.equal(valueOf({ attribute: 'extra' }, 1), 0);
  assert.equal(valueOf({ personal: 'mine' }, 1), 12);
  assert.equal(valueOf({ personal: 'mine' }, 0), 0);
  assert.equal(valueOf({ personal: 'other' }, 1), 0);
});

test('arithmetic rounds down and never divides by nothing', () => {
  for (const [value, result] of [
    [{ sum: [1, 2, 3] }, 6],
    [{ minus: [2, 5] }, -3],
    [{ times: [-2, 3] }, -6],
    [{ over: [7, 2] }, 3],
    [{ over: [-7, 2] }, -4],
    [{ over: [7, -2] }, -4],
    [{ over: [7, 0] }, 0],
    [{ least: [4, 2, 9] }, 2],
    [{ most: [4, 2, 9] }, 9],
    [{ steps: { source: 'basket-total:gross', rows: [{ from: 7000, value: 3 }] } }, 3],
  ] as const) {
    assert.equal(valueOf(value as Value), result, JSON.stringify(value));
  }
});

test('every step of a recipe is kept within its bounds, and zero has no sign', () => {
  const huge = 10_000_000_000_000;
  assert.equal(valueOf({ over: [{ times: [huge, 10] }, 10] }), huge / 10);
  assert.equal(valueOf({ times: [huge, -5] }), -huge);
  assert.equal(valueOf({ sum: [huge, huge, { minus: [0, 1] }] }), huge);
  assert.ok(Object.is(valueOf({ times: [0, -5] }), 0));
});

test('a Value says whether lines differ in it and whether it reads the selection', () => {
  assert.equal(isPerLine({ sum: [1, { attribute: 'fat' }] }), true);
  assert.equal(isPerLine({ table: { keys: ['store', 'sku'], rows: [] } }), true);
  assert.equal(isPerLine({ source: 'local-day' }), false);
  assert.equal(readsSelection({ least: [1, { source: 'selected-units' }] }), true);
  assert.equal(compileValue(7, context).fixed, 7);
  assert.equal(compileValue({ source: 'local-day' }, context).fixed, null);
});

test('a stranger has none of the member’s numbers', () => {
  const stranger = aBasket(aReceipt({ member: null, date: '2026-03-04' }));
  for (const source of ['purchases-before', 'attribute:children', 'tier-progress:main']) {
    assert.equal(compileValue({ source }, context).at(stranger, null, -1), 0);
  }
  assert.equal(compileValue({ personal: 'mine' }, context).at(stranger, null, 0), 0);
});

test('without a first day of its own a promotion counts no days', () => {
  const bare = { ...context, promotion: aPromotion() };
  const value = compileValue({ source: 'days-since-start' }, bare);
  assert.equal(value.at(aBasket(facts), null, -1), 0);
  assert.equal(facts.local.date, day('2026-03-04'));
});
