import assert from 'node:assert/strict';
import { test } from 'node:test';
import { terminalSigningText } from './terminal-signature.ts';

test('the signed text is seven lines in a fixed order without a line end', () => {
  const text = terminalSigningText({
    method: 'post',
    path: '/pos/v1/receipts/confirm?x=1',
    bodySha256: 'ab'.repeat(32),
    time: '1772442000000',
    operationId: '019ca000-0000-7000-8000-000000000001',
    count: '7',
  });
  assert.deepEqual(text.split('\n'), [
    'v1',
    'POST',
    '/pos/v1/receipts/confirm?x=1',
    'ab'.repeat(32),
    '1772442000000',
    '019ca000-0000-7000-8000-000000000001',
    '7',
  ]);
});
