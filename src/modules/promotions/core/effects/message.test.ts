import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, grantOf } from '../../testing/builders.ts';
import { message } from './message.ts';

test('a message goes out in both languages', () => {
  const params = { channel: 'slip', text: { ru: 'Спасибо!', en: 'Thank you!' } };
  assert.deepEqual(grantOf(message, params, aReceipt()), { kind: 'message', ...params });
});
