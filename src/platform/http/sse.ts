import type { FastifyInstance, FastifyReply } from 'fastify';

/** One event of a stream; without an id it does not move the place where a client resumes. */
export type StreamEvent = {
  readonly event: string;
  readonly data: unknown;
  readonly id?: string | undefined;
};

/** An answer that lasts: server-sent events (HTML standard, 9.2). */
export type EventStream = {
  readonly send: (event: StreamEvent) => void;
  readonly close: () => void;
  readonly onClose: (listener: () => void) => void;
};

export type EventStreams = {
  /**
   * Takes the reply over and keeps it open until the client leaves, the server closes or `isWanted`
   * says no.
   * @param resumeId the place from which a client resumes that loses the stream before any event
   */
  readonly open: (
    reply: FastifyReply,
    options: { readonly resumeId: string; readonly isWanted: () => Promise<boolean> },
  ) => EventStream;
};

/** How often a silent stream shows that it lives, and how soon one ends whose reader was logged out. */
const PACE = { heartbeatMs: 15_000, checkMs: 5_000 } as const;
type Pace = { readonly heartbeatMs: number; readonly checkMs: number };

const RETRY_MS = 3_000;
const FAREWELL_MS = 2_000;
/** A reader that lets so much pile up is cut off; it comes back and resumes. */
const UNSENT_BYTES_MAX = 1_048_576;

/** Streams of one server: all of them end when it closes. */
export function eventStreams(app: FastifyInstance, pace: Pace = PACE): EventStreams {
  const open = new Set<EventStream>();
  app.addHook('preClose', async () => {
    for (const stream of open) stream.close();
  });
  return {
    open(reply, { resumeId, isWanted }) {
      const stream = openStream(reply, isWanted, pace);
      reply.raw.write(`retry: ${RETRY_MS}\nid: ${oneLine(resumeId)}\n\n`);
      open.add(stream);
      stream.onClose(() => open.delete(stream));
      return stream;
    },
  };
}

function openStream(
  reply: FastifyReply,
  isWanted: () => Promise<boolean>,
  pace: Pace,
): EventStream {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Proxies that gather answers before passing them on would hold the feed back.
    'x-accel-buffering': 'no',
  });
  const stream: EventStream = {
    send({ event, data, id }) {
      if (raw.writableEnded || raw.destroyed) return;
      const place = id === undefined ? '' : `id: ${oneLine(id)}\n`;
      raw.write(`${place}event: ${oneLine(event)}\ndata: ${JSON.stringify(data)}\n\n`);
      if (raw.writableLength > UNSENT_BYTES_MAX) raw.destroy();
    },
    close: () => {
      stop();
      raw.end();
      // A reader that has stopped reading never lets the end through.
      setTimeout(() => raw.destroy(), FAREWELL_MS).unref();
    },
    onClose: (listener) => {
      // A reader may have left while it was being let in: its 'close' is over already.
      if (raw.closed || raw.destroyed) queueMicrotask(listener);
      else raw.once('close', listener);
    },
  };
  // A write that crosses the reader's leaving is nothing to die of.
  raw.on('error', () => undefined);
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), pace.heartbeatMs);
  const check = setInterval(() => {
    isWanted().then(
      (isStill) => (isStill ? undefined : stream.close()),
      () => stream.close(),
    );
  }, pace.checkMs);
  const stop = () => {
    clearInterval(heartbeat);
    clearInterval(check);
  };
  stream.onClose(stop);
  return stream;
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\0]/g, ' ');
}
