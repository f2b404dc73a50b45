import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PROJECT_FOLDER } from '#platform/config.ts';
import type { Flow } from './in-process.ts';
import { CONFIRM_PATH, type SignedConfirm } from './signed.ts';
import type { Site } from './site.ts';

const run = promisify(execFile);
const WRK = '/usr/bin/wrk';
const SCRIPT = fileURLToPath(new URL('./wrk.lua', import.meta.url));
const CONNECTIONS = 64;
/** More than this machine can answer: a file that runs out ends the round early. */
const PER_SECOND_MAX = 16_000;

/** Whether wrk is on this machine. */
export const hasWrk = (): boolean => existsSync(WRK);

/** Starts the product's own server on the bench's database, lets `work` load it, stops it. */
export async function withServer<T>(site: Site, work: (address: string) => Promise<T>): Promise<T> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(PROJECT_FOLDER, 'src', 'main.ts'), 'start'], {
    cwd: PROJECT_FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_OPTIONS: process.env['BENCH_NODE_OPTIONS'],
      PORT: String(port),
      DATABASE_URL: site.databaseUrl,
      DATA_DIR: site.dataDir,
      ROOT_KEY: site.rootKeyHex,
      SEED_DEMO: 'never',
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'warn',
    },
  });
  try {
    await untilReady(child, address);
    return await work(address);
  } finally {
    const gone = child.exitCode === null ? once(child, 'exit') : undefined;
    child.kill('SIGTERM');
    await gone;
  }
}

/** Lets wrk send signed confirms for so many seconds. */
export async function loadWithWrk(
  address: string,
  at: { readonly folder: string; readonly sign: () => SignedConfirm },
  seconds: number,
): Promise<Flow> {
  const file = join(at.folder, 'requests.bin');
  await writeRequests(file, at.sign, seconds * PER_SECOND_MAX);
  try {
    const args = ['-t', '1', '-c', String(CONNECTIONS), '-d', `${seconds}s`, '-s', SCRIPT];
    const { stdout } = await run(WRK, [...args, address, '--', file]);
    const [requests = 0, micros = 1, refused = 0, broken = 0] = (
      /RESULT ([\d ]+)/.exec(stdout)?.[1] ?? ''
    )
      .split(' ')
      .map(Number);
    if (refused + broken > 0 || requests === 0) {
      throw new Error(`wrk: ${refused} refused, ${broken} broken of ${requests}\n${stdout}`);
    }
    return { receipts: requests, perSecond: (requests * 1e6) / micros };
  } finally {
    rmSync(file, { force: true });
  }
}

async function writeRequests(
  file: string,
  sign: () => SignedConfirm,
  count: number,
): Promise<void> {
  const out = createWriteStream(file, { highWaterMark: 1 << 20 });
  for (let made = 0; made < count; made += 1) {
    const { headers, body } = sign();
    const head = [
      `POST ${CONFIRM_PATH} HTTP/1.1`,
      'host: bench',
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      `content-length: ${body.length}`,
      '',
      '',
    ].join('\r\n');
    const length = String(Buffer.byteLength(head) + body.length).padStart(8, '0');
    if (!out.write(Buffer.concat([Buffer.from(length + head), body]))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

async function untilReady(child: ChildProcess, address: string): Promise<void> {
  for (let look = 0; look < 600; look += 1) {
    if (child.exitCode !== null) throw new Error('the server ended by itself');
    const answer = await fetch(`${address}/health/ready`).catch(() => null);
    if (answer?.ok === true) return;
    await sleep(100);
  }
  throw new Error('the server was not ready after a minute');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host: '127.0.0.1', port: 0 }, () => {
      const at = probe.address();
      probe.close(() => resolve(at !== null && typeof at === 'object' ? at.port : 0));
    });
  });
}
