import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** What came back, as it was on the wire. */
export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};

export type Sent = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | undefined;
};

const PATIENCE_MS = 20_000;
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Sends bytes as they are; a stream of events is left as soon as it has begun. */
export function send(address: string, sent: Sent): Promise<Answer> {
  const { method, path, headers, body } = sent;
  const { hostname, port } = new URL(address);
  const length = body === undefined ? {} : { 'content-length': String(body.length) };
  return new Promise((resolve, reject) => {
    const call = request(
      {
        hostname,
        port,
        path,
        method,
        agent,
        timeout: PATIENCE_MS,
        headers: { ...headers, ...length },
      },
      (answer) => {
        const { statusCode: status = 0, headers: answered } = answer;
        if (answered['content-type']?.startsWith('text/event-stream') === true) {
          answer.destroy();
          resolve({ status, headers: answered, text: '' });
          return;
        }
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({ status, headers: answered, text: Buffer.concat(chunks).toString('utf8') }),
        );
      },
    );
    call.on('timeout', () => call.destroy(new Error(`no answer to ${method} ${path}`)));
    call.on('error', reject);
    call.end(body);
  });
}

/** Does `work` for every item, `atOnce` of them side by side. */
export async function inParallel<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const hand = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
}
