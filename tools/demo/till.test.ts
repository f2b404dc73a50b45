import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { after, test } from 'node:test';
import { isTerminalSignature } from '#platform/terminal-keys.ts';
import { openTill, type Till } from './till.ts';

type Seen = { readonly headers: IncomingHttpHeaders; readonly body: string };

const KEY = Buffer.alloc(32, 1);

/** A server that answers by a list, the last for ever, and a till before it. */
async function counter(
  answers: readonly ((response: ServerResponse) => void)[],
  patienceMs = 0,
): Promise<{ till: Till; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      const answer = answers[Math.min(seen.length, answers.length - 1)];
      seen.push({ headers: request.headers, body });
      answer?.(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  const port = at !== null && typeof at === 'object' ? at.port : 0;
  const address = `http://127.0.0.1:${port}`;
  const till = openTill({ address, terminalCode: 'T-1', key: KEY, keyVersion: 1, patienceMs });
  after(() => {
    till.close();
    server.close();
  });
  return { till, seen };
}

const fine = (response: ServerResponse) => response.end('{"a":1}');
const slowDown = (response: ServerResponse) => {
  response.writeHead(429, { 'retry-after': '0' }).end('{}');
};
const unknown = (response: ServerResponse) => response.writeHead(503).end('{}');
const hangUp = (response: ServerResponse) => response.destroy();

test('a till told to slow down sends the same operation again and counts it', async () => {
  const { till, seen } = await counter([slowDown, slowDown, fine]);
  const answer = await till.send({ path: '/pos/v1/receipts/confirm', body: { b: 2 } });
  assert.equal(answer.status, 200);
  assert.equal(answer.slowdowns, 2);
  assert.equal(new Set(seen.map(({ headers }) => headers['x-op-id'])).size, 1);
  assert.deepEqual([...new Set(seen.map(({ body }) => body))], ['{"b":2}']);
});

test('every request is signed over its own count', async () => {
  const { till, seen } = await counter([slowDown, fine]);
  await till.send({ path: '/pos/v1/receipts/confirm', body: {} });
  assert.deepEqual(
    seen.map(({ headers }) => headers['x-cnt']),
    ['1', '2'],
  );
  for (const { headers, body } of seen) {
    const signed = {
      method: 'POST',
      path: '/pos/v1/receipts/confirm',
      body,
      time: String(headers['x-time']),
      operationId: String(headers['x-op-id']),
      count: String(headers['x-cnt']),
    };
    assert.ok(isTerminalSignature(KEY, signed, String(headers['x-sig'])));
  }
});

test('a patient till sends again while nobody answers or the outcome is unknown', async () => {
  const { till, seen } = await counter([hangUp, unknown, fine], 10_000);
  const answer = await till.send({ path: '/pos/v1/receipts/confirm', body: {} });
  assert.equal(answer.status, 200);
  assert.equal(seen.length, 3);
  assert.equal(new Set(seen.map(({ headers }) => headers['x-op-id'])).size, 1);
});

test('an impatient till throws the first failure', async () => {
  const { till, seen } = await counter([hangUp, fine]);
  await assert.rejects(till.send({ path: '/pos/v1/receipts/confirm', body: {} }));
  assert.equal(seen.length, 1);
});
