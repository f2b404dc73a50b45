import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalsOf } from './errors.ts';

test('a refusal is read with its status, its moment and its remedy', () => {
  const text = `export const refuse = refusals({
  /** No member carries this card. */
  'unknown-card': {
    status: 404,
    text: { ru: 'Карта не найдена.', en: 'The card is not known.' },
    remedy: { ru: 'Проверьте номер.', en: 'Check the number.' },
  },
});`;
  assert.deepEqual(refusalsOf(text), [
    {
      code: 'unknown-card',
      status: '404',
      when: 'No member carries this card.',
      text: 'The card is not known.',
      remedy: 'Check the number.',
    },
  ]);
});
