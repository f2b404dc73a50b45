import assert from 'node:assert/strict';
import { test } from 'node:test';
import fastify, { type FastifyInstance } from 'fastify';
import { type EventStream, eventStreams } from './sse.ts';

type Harness = {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly streams: EventStream[];
};

async function aServer(
  isWanted: () => Promise<boolean>,
  pace = { heartbeatMs: 60_000, checkMs: 60_000 },
): Promise<Harness> {
  const app = fastify({ forceCloseConnections: 'idle' });
  const streams: EventStream[] = [];
  await app.register(async (inner) => {
    const sse = eventStreams(inner, pace);
    inner.get('/feed', (_request, reply) => {
      streams.push(sse.open(reply, { resumeId: 'start', isWanted }));
    });
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, url, streams };
}

test('a stream begins with its place, carries events and ends when the server closes', async () => {
  const { app, url, streams } = await aServer(async () => true);
  const answer = await fetch(`${url}/feed`);
  assert.equal(answer.headers.get('content-type'), 'text/event-stream; charset=utf-8');
  streams[0]?.send({ event: 'receipt', data: { text: 'два\nряда' }, id: 'a\nb' });
  streams[0]?.send({ event: 'receipt', data: 2 });
  await app.close();
  assert.equal(
    await answer.text(),
    'retry: 3000\nid: start\n\nid: a b\nevent: receipt\ndata: {"text":"два\\nряда"}\n\nevent: receipt\ndata: 2\n\n',
  );
});

test('a stream shows that it lives, and ends when it is not wanted any more', async () => {
  let looks = 0;
  const isWanted = async () => ++looks < 3;
  const { app, url } = await aServer(isWanted, { heartbeatMs: 20, checkMs: 50 });
  const answer = await fetch(`${url}/feed`);
  assert.match(await answer.text(), /^retry: 3000\nid: start\n\n(: still here\n\n){2,}$/);
  assert.equal(looks, 3);
  await app.close();
});

test('a listener hears of a reader who leaves', async () => {
  const { app, url, streams } = await aServer(async () => true);
  const leave = new AbortController();
  await fetch(`${url}/feed`, { signal: leave.signal });
  const left = new Promise<void>((resolve) => streams[0]?.onClose(resolve));
  leave.abort();
  await left;
  streams[0]?.send({ event: 'receipt', data: 'nobody reads this' });
  await app.close();
});
