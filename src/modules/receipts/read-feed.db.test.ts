import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KGD, smallCoalition } from '../../../tests/support/small-coalition.ts';
import { staffApp } from '../../../tests/support/staff-app.ts';
import type { ReceiptFeedEvent, TillAnswer } from './admin-contract.ts';
import type { ConfirmAnswer } from './contract.ts';

let ids: readonly string[] = [];
const house = await staffApp(async (at) => {
  ids = await smallCoalition(at);
});
const address = await house.app.listen({ port: 0, host: '127.0.0.1' });

let sold = 0;
async function sell(): Promise<ConfirmAnswer> {
  sold += 1;
  return play('confirm', {
    occurredAt: '2026-03-02T09:00:00Z',
    receiptNumber: `r-${sold}`,
    lines: [{ lineNo: 1, sku: 'tea', quantityMilli: 1000, priceKopecks: 10_000 }],
  });
}

async function play(action: string, body: object): Promise<ConfirmAnswer> {
  const asked = { terminalCode: KGD, body, ...(action === 'confirm' ? { memberId: ids[0] } : {}) };
  const answer = await house.call<TillAnswer>('marketer', {
    method: 'POST',
    path: `/till/${action}`,
    body: asked,
  });
  assert.equal(answer.body.status, 200, answer.text);
  return answer.body.body as ConfirmAnswer;
}

/** Reads the feed until `count` events have come; gives them and the id to resume from. */
async function follow(count: number, lastEventId?: string) {
  const headers = {
    ...(await house.as('operator')),
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  };
  const leave = new AbortController();
  const answer = await fetch(`${address}/api/v1/receipts/feed`, { headers, signal: leave.signal });
  assert.equal(answer.status, 200);
  const events: ReceiptFeedEvent[] = [];
  let resumeId = '';
  const read = async () => {
    let text = '';
    for await (const chunk of answer.body ?? []) {
      text += Buffer.from(chunk).toString();
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        resumeId = /^id: (.*)$/m.exec(block)?.[1] ?? resumeId;
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data !== undefined) events.push(JSON.parse(data));
      }
      if (events.length >= count) break;
    }
    leave.abort();
    return { events, resumeId };
  };
  return read();
}

test('a receipt appears in the feed as it is confirmed, and again when it changes', async () => {
  const following = follow(3);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const receipt = await sell();
  const { receiptId, bucket } = receipt;
  await play('return', {
    receiptId,
    bucket,
    occurredAt: '2026-03-02T09:00:00Z',
    returnNumber: 'b',
    lines: [{ lineNo: 1, quantityMilli: 100 }],
  });
  await play('cancel', { receiptId, bucket, occurredAt: '2026-03-02T09:00:00Z' });
  const { events } = await following;
  assert.deepEqual(
    events.map((event) => [event.event, event.receiptId]),
    [
      ['confirmed', receiptId],
      ['returned', receiptId],
      ['cancelled', receiptId],
    ],
  );
  assert.equal(events[0]?.member?.name, 'И••• П.');
  assert.equal(events.at(-1)?.kind, 'cancelled');
});

test('a reader who comes back gets what was missed, and no more', async () => {
  const following = follow(1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  house.clock.advance(1_000);
  await sell();
  const { resumeId } = await following;
  house.clock.advance(1_000);
  const missed = await sell();
  house.clock.advance(1_000);
  const missedToo = await sell();
  const { events } = await follow(2, resumeId);
  assert.deepEqual(
    events.map((event) => event.receiptId),
    [missed.receiptId, missedToo.receiptId],
  );
});

test('the feed ends soon after its reader was logged out', { timeout: 15_000 }, async () => {
  const headers = await house.as('security');
  const answer = await fetch(`${address}/api/v1/receipts/feed`, { headers });
  const out = await house.call('security', { method: 'DELETE', path: '/session' });
  assert.equal(out.status, 204);
  assert.match(await answer.text(), /^retry: 3000\n/);
});

test('the feed needs the right to see receipts', async () => {
  assert.equal((await fetch(`${address}/api/v1/receipts/feed`)).status, 401);
});
