import { Agent, request } from 'node:http';
import type { Secrets } from '#platform/secrets.ts';
import { terminalKey } from '#platform/terminal-keys.ts';
import { signedHeaders } from '../../tools/demo/till.ts';
import type { Call } from './history.ts';

/** A till whose server may die at any moment. */
export type FaultyTill = {
  readonly terminalCode: string;
  /** Sends the call once and writes down what came of it. */
  readonly send: (call: Call) => Promise<void>;
  readonly close: () => void;
};

type Answer = { readonly status: number; readonly text: string };

const PATIENCE_MS = 12_000;

export function openFaultyTill(at: {
  readonly address: string;
  readonly secrets: Secrets;
  readonly terminalCode: string;
}): FaultyTill {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { terminalCode } = at;
  const till = { terminalCode, key: terminalKey(at.secrets, terminalCode, 1), keyVersion: 1 };
  let count = 0;
  return {
    terminalCode,
    close: () => agent.destroy(),
    async send(call) {
      count += 1;
      call.tries += 1;
      const { path, body, opId } = call;
      const headers = signedHeaders(till, { path, body, opId, time: Date.now(), count });
      // No answer, whatever the reason, is an outcome too: unknown.
      const answer = await exchange(new URL(path, at.address), { agent, headers, body }).catch(
        () => null,
      );
      if (answer !== null) note(call, answer);
    },
  };
}

/** A 5xx says nothing about the operation; a 4xx says that it was not done. */
function note(call: Call, { status, text }: Answer): void {
  if (status >= 500) {
    call.unsure.push(`${status} ${text}`);
    return;
  }
  call.answers.push(text);
  if (call.outcome !== 'unknown') return;
  call.outcome = status === 200 ? 'ok' : 'fail';
  if (status !== 200) call.refusedAs = refusalCode(text);
}

function refusalCode(text: string): string {
  const found = /"code":"([a-z0-9-]+)"/.exec(text);
  return found?.[1] ?? 'no-code';
}

function exchange(
  url: URL,
  sent: {
    readonly agent: Agent;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  },
): Promise<Answer> {
  const { agent, headers, body } = sent;
  const length = String(Buffer.byteLength(body));
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      {
        method: 'POST',
        agent,
        timeout: PATIENCE_MS,
        headers: { ...headers, 'content-length': length },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          // Cut in the middle: as good as no answer.
          if (answer.complete) resolve({ status: answer.statusCode ?? 0, text });
          else reject(new Error('the answer was cut'));
        });
      },
    );
    call.on('timeout', () => call.destroy(new Error('no answer in time')));
    call.on('error', reject);
    call.end(body);
  });
}
