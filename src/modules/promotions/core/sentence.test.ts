import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channel } from './conditions/channel.ts';
import { weekdays } from './conditions/weekdays.ts';
import { earnFixed } from './effects/earn-fixed.ts';
import { goods } from './selectors/goods.ts';
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
