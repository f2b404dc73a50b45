import { randomBytes } from 'node:crypto';
import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { signTerminalRequest } from '#platform/terminal-keys.ts';
import { uuidv7 } from '#shared/ids.ts';

/** What the server said to a till. */
export type TillAnswer = {
  readonly status: number;
  /** The body byte for byte, as text. */
  readonly text: string;
  readonly isReplay: boolean;
  /** From the first byte sent to the last one received, of the try that was answered. */
  readonly ms: number;
  /** How often the server asked to slow down before it answered. */
  readonly slowdowns: number;
};

export type TillRequest = {
  /** Path under the server, `/pos/v1/receipts/confirm`. */
  readonly path: string;
  readonly body: unknown;
  /** X-Op-Id; a new one is minted when absent. */
  readonly opId?: string;
  /** The sender knows that it must be refused. */
  readonly isRefusalForeseen?: boolean;
};

/** A simulated cash register: signs, sends, waits its turn when told to. */
export type Till = {
  readonly terminalCode: string;
  readonly send: (request: TillRequest) => Promise<TillAnswer>;
  readonly close: () => void;
};

export type TillSettings = {
  /** Address of the server, `http://127.0.0.1:8080`. */
  readonly address: string;
  readonly terminalCode: string;
  readonly key: Uint8Array;
  readonly keyVersion: number;
  /**
   * How long the till sends a request again, under the same operation id, while nobody answers or the
   * server says that it does not know the outcome (503). 0 when absent: the first failure is thrown.
   */
  readonly patienceMs?: number;
};

const SLOWDOWNS_MAX = 50;
const RESEND_MS = 200;

/** Headers of a signed request; also for callers that bring their own transport. */
export function signedHeaders(
  till: Pick<TillSettings, 'terminalCode' | 'key' | 'keyVersion'>,
  call: {
    path: string;
    body: string | Uint8Array;
    opId: string;
    time: number;
    count: number;
  },
): Record<string, string> {
  const signed = {
    method: 'POST',
    path: call.path,
    body: call.body,
    time: String(call.time),
    operationId: call.opId,
    count: String(call.count),
  };
  return {
    'content-type': 'application/json',
    'x-term': till.terminalCode,
    'x-key-ver': String(till.keyVersion),
    'x-time': signed.time,
    'x-op-id': signed.operationId,
    'x-cnt': signed.count,
    'x-sig': signTerminalRequest(till.key, signed),
  };
}

/** An operation id of a till's own: UUIDv7 with the time of now. */
export function newOpId(now: number = Date.now()): string {
  return uuidv7(now, randomBytes(10));
}

/** Opens a till on one kept connection. */
export function openTill(settings: TillSettings): Till {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let count = 0;
  const post = async (path: string, body: string, opId: string): Promise<Exchanged> => {
    count += 1;
    const headers = signedHeaders(settings, { path, body, opId, time: Date.now(), count });
    return exchange(new URL(path, settings.address), { agent, headers, body });
  };
  const postPatiently = async (path: string, body: string, opId: string): Promise<Exchanged> => {
    const deadline = performance.now() + (settings.patienceMs ?? 0);
    for (;;) {
      const answer = await post(path, body, opId).catch(asError);
      if (!(answer instanceof Error) && answer.statusCode !== 503) return answer;
      if (performance.now() >= deadline) {
        if (answer instanceof Error) throw answer;
        return answer;
      }
      await sleep(RESEND_MS);
    }
  };
  return {
    terminalCode: settings.terminalCode,
    close: () => agent.destroy(),
    async send({ path, body, opId = newOpId() }) {
      const text = JSON.stringify(body);
      for (let slowdowns = 0; ; slowdowns += 1) {
        const started = performance.now();
        const answer = await postPatiently(path, text, opId);
        const ms = performance.now() - started;
        const status = answer.statusCode ?? 0;
        if (status !== 429 || slowdowns >= SLOWDOWNS_MAX) {
          const isReplay = answer.headers['x-replayed'] === 'true';
          return { status, text: answer.text, isReplay, ms, slowdowns };
        }
        await sleep(1000 * Number(answer.headers['retry-after'] ?? 1));
      }
    },
  };
}

type Exchanged = IncomingMessage & { readonly text: string };

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function exchange(
  url: URL,
  { agent, headers, body }: { agent: Agent; headers: Record<string, string>; body: string },
): Promise<Exchanged> {
  return new Promise((resolve, reject) => {
    const length = String(Buffer.byteLength(body));
    const sent = request(
      url,
      { method: 'POST', agent, headers: { ...headers, 'content-length': length } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve(Object.assign(answer, { text: Buffer.concat(chunks).toString('utf8') })),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
