import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channel } from '../conditions/channel.ts';
import { goodsSet } from '../conditions/goods-set.ts';
import { history } from '../conditions/history.ts';
import { weekdays } from '../conditions/weekdays.ts';
import { changeMailing } from '../effects/deferred/change-mailing.ts';
import { earnFixed } from '../effects/earn-fixed.ts';
import { goods } from '../selectors/goods.ts';
import { fillTitle } from './sentence.ts';

test('values are shown by their units, choices by their names', () => {
  const params = { points: 100, per: 'receipt', lifetimeDays: 60 };
  assert.deepEqual(fillTitle(earnFixed.title, earnFixed.params, params), {
    ru: 'начислить 100\u00a0баллов за чек, сгорают через 60\u00a0дней',
    en: 'earn 100 points per receipt, burn after 60 days',
  });
  assert.equal(
    fillTitle(channel.title, channel.params, { channels: ['web', 'app'] }).ru,
    'канал: сайт, приложение',
  );
  assert.equal(fillTitle(weekdays.title, weekdays.params, { weekdays: [6, 7] }).en, 'on Sat, Sun');
});

test('a bracket whose field has no value is left out', () => {
  assert.equal(
    fillTitle(goods.title, goods.params, { skus: ['a', 'b'] }).en,
    'goods with SKUs a, b',
  );
  assert.equal(
    fillTitle(earnFixed.title, earnFixed.params, { points: 1, per: 'unit', lifetimeDays: null }).en,
    'earn 1 point per unit',
  );
});

test('a field without a value outside brackets is seen', () => {
  assert.equal(fillTitle(earnFixed.title, earnFixed.params, {}).en, 'earn … …');
});

test('a Value stands in the place of a number', () => {
  const params = {
    points: { steps: { source: 'local-day', rows: [{ from: 1, value: 50 }] } },
    per: 'receipt',
  };
  assert.equal(
    fillTitle(earnFixed.title, earnFixed.params, params).en,
    'earn by the scale (the day of the month): from 1 50 points per receipt',
  );
});

test('a test’s numbers are shown in the unit that another field chooses', () => {
  const params = { aggregateKey: 'dairy', measure: 'kopecks', test: { op: 'ge', value: 50_000 } };
  assert.equal(
    fillTitle(history.title, history.params, params).en,
    'the history dairy: money is at least 500.00\u00a0₽',
  );
});

test('lists of objects are told item by item, flags by their words', () => {
  const parts = [
    { filter: { skus: ['a'] }, minMilli: 1000 },
    { filter: { groupCodes: ['b'] }, minMilli: 2500 },
  ];
  assert.equal(
    fillTitle(goodsSet.title, goodsSet.params, { parts }).en,
    'together: 1 or more units: goods with SKUs a + 2.5 or more units: goods of groups b',
  );
  const mailing = { mailingCode: 'news', isOn: false };
  assert.equal(
    fillTitle(changeMailing.title, changeMailing.params, mailing).ru,
    'рассылка news: выключить',
  );
});
