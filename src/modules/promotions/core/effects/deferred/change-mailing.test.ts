import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsOf } from '../../../testing/emissions.ts';
import { changeMailing } from './change-mailing.ts';

test('a mailing is switched off', () => {
  const params = { mailingCode: 'news', isOn: false };
  const opening = { effect: 'change-mailing', promotionCode: 'ten-off', phase: 2 };
  assert.deepEqual(recordsOf(changeMailing, params), [{ ...opening, ...params }]);
});
