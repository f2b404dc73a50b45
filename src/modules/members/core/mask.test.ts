import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskedCard, maskedName, maskedPhone } from './mask.ts';

test('a masked name shows an initial of each part and hides its length', () => {
  assert.equal(maskedName('Ирина', 'Петрова'), 'И••• П.');
  assert.equal(maskedName('Ия', 'Ли'), 'И••• Л.');
  assert.equal(maskedName('анна', null), 'А•••');
  assert.equal(maskedName(null, 'Петрова'), 'П.');
  assert.equal(maskedName(null, null), null);
  assert.equal(maskedName(' ', ''), null);
});

test('an initial outside the basic plane is shown whole', () => {
  assert.equal(maskedName('𐐨', null), '𐐀•••');
});

test('a masked phone shows the country and the last four digits', () => {
  assert.equal(maskedPhone('+79161231234'), '+7 ••• •••-12-34');
  assert.equal(maskedPhone('+375291231234'), '+• ••• •••-12-34');
});

test('a masked card shows its last four digits', () => {
  assert.equal(maskedCard('2900123456781234'), '•••• 1234');
});
