import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsOf } from '../../../testing/emissions.ts';
import { sendMessage } from './send-message.ts';

test('a message names its channels', () => {
  const params = { templateCode: 'thanks', channelCodes: ['push', 'sms'] };
  const opening = { effect: 'send-message', promotionCode: 'ten-off', phase: 2 };
  assert.deepEqual(recordsOf(sendMessage, params), [{ ...opening, ...params }]);
});
