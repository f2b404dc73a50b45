import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { CONFIRM_PATH, type SignedConfirm } from './signed.ts';

/**
 * Sends confirms at a steady rate whatever the answers do, and measures each from the moment it was due:
 * a slow server does not make its own measurement kinder.
 * @returns milliseconds of every answer, ascending
 */
export async function openLoop(
  address: string,
  sign: () => SignedConfirm,
  at: { readonly perSecond: number; readonly seconds: number },
): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const signed = Array.from({ length: at.perSecond * at.seconds }, sign);
  const taken: number[] = [];
  const started = performance.now();
  const pending = signed.map(async (confirm, place) => {
    const due = started + (place * 1000) / at.perSecond;
    await sleep(Math.max(0, due - performance.now()));
    await post(address, agent, confirm);
    taken.push(performance.now() - due);
  });
  await Promise.all(pending);
  agent.destroy();
  return taken.toSorted((a, b) => a - b);
}

function post(address: string, agent: Agent, { headers, body }: SignedConfirm): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request(
      new URL(CONFIRM_PATH, address),
      { method: 'POST', agent, headers: { ...headers, 'content-length': String(body.length) } },
      (answer) => {
        answer.resume();
        answer.on('end', () =>
          answer.statusCode === 200
            ? resolve()
            : reject(new Error(`answered ${answer.statusCode}`)),
        );
        answer.on('error', reject);
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}
