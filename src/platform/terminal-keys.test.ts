import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deriveSecrets } from './secrets.ts';
import { isTerminalSignature, signTerminalRequest, terminalKey } from './terminal-keys.ts';

const secrets = deriveSecrets(Buffer.alloc(32, 7));
const key = terminalKey(secrets, 'KGD1-01', 1);
const request = {
  method: 'POST',
  path: '/pos/v1/receipts/confirm',
  body: '{"lines":[]}',
  time: '1772442000000',
  operationId: '019ca000-0000-7000-8000-000000000001',
  count: '1',
};

test('a terminal key depends on the terminal and on the key version', () => {
  assert.equal(key.length, 32);
  assert.notDeepEqual(key, terminalKey(secrets, 'KGD1-02', 1));
  assert.notDeepEqual(key, terminalKey(secrets, 'KGD1-01', 2));
  assert.deepEqual(key, terminalKey(secrets, 'KGD1-01', 1));
});

test('a right signature is accepted for text and for bytes alike', () => {
  const signature = signTerminalRequest(key, request);
  assert.match(signature, /^[0-9a-f]{64}$/);
  assert.ok(isTerminalSignature(key, { ...request, body: Buffer.from(request.body) }, signature));
});

test('a change of any signed part breaks the signature', () => {
  const signature = signTerminalRequest(key, request);
  const changes = [
    { method: 'GET' },
    { path: '/pos/v1/receipts/cancel' },
    { body: '{"lines":[ ]}' },
    { time: '1772442000001' },
    { operationId: '019ca000-0000-7000-8000-000000000002' },
    { count: '2' },
  ];
  for (const change of changes) {
    assert.equal(isTerminalSignature(key, { ...request, ...change }, signature), false);
  }
  const other = terminalKey(secrets, 'KGD1-02', 1);
  assert.equal(isTerminalSignature(other, request, signature), false);
});

test('a signature of a wrong shape is refused, not an error', () => {
  for (const wrong of ['', 'zz', 'a'.repeat(63), 'A'.repeat(64)]) {
    assert.equal(isTerminalSignature(key, request, wrong), false);
  }
});
