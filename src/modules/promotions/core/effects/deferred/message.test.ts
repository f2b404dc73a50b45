import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emissionsOf } from '../../../testing/emissions.ts';
import { message } from './message.ts';

test('words go to the decision’s messages, not to its effects', () => {
  const text = { ru: 'Спасибо', en: 'Thank you' };
  const [emission] = emissionsOf(message, { channel: 'slip', text });
  assert.equal(emission?.record, null);
  assert.equal(
    JSON.stringify(emission?.message),
    '{"promotionCode":"ten-off","phase":2,"channel":"slip","text":{"ru":"Спасибо","en":"Thank you"}}',
  );
});
