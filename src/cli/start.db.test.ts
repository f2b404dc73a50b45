import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { PROJECT_FOLDER } from '#platform/config.ts';
import { holderOf } from '#platform/data-dir-lock.ts';
import { runningPostgres } from '#platform/embedded-postgres/index.ts';
import { temporaryDataDir } from '../../tests/support/temporary-folder.ts';

const MAIN = join(PROJECT_FOLDER, 'src', 'main.ts');
const dataDir = temporaryDataDir();
const env = {
  ...process.env,
  DATA_DIR: dataDir,
  PORT: '0',
  SHARED_BUFFERS_MB: '32',
  NO_COLOR: '1',
};
let server: ChildProcess | undefined;
after(() => server?.kill('SIGTERM'));

/** Starts the server and waits for the last line of its welcome. */
async function startServer(): Promise<{ readonly child: ChildProcess; readonly said: string }> {
  const child = spawn(process.execPath, [MAIN, 'start'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  server = child;
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const isOver = once(child, 'exit');
  while (!/-- till send .*\n/.test(said)) {
    const over = await Promise.race([isOver, once(child.stdout, 'data').then(() => undefined)]);
    assert.equal(over, undefined, said);
  }
  return { child, said };
}

function kopilka(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [MAIN, ...args], { env, encoding: 'utf8' });
}

test('a first start makes everything, a till sends a receipt, a second start is refused, Ctrl-C stops', async () => {
  const { child, said } = await startServer();
  assert.match(said, /Open +http:\/\/127\.0\.0\.1:\d+/);
  assert.match(said, /admin@demo\.kopilka/);

  const printed = (/-- (till send .*)\n/.exec(said)?.[1] ?? '').split(' ');
  assert.ok(said.trim().endsWith(printed.join(' ')), 'the command is the last line');
  const sent = kopilka(...printed, '--json');
  assert.equal(sent.status, 0, sent.stdout + sent.stderr);
  assert.ok(JSON.parse(sent.stdout).payableKopecks > 0);

  const second = kopilka('start');
  assert.equal(second.status, 1);
  assert.match(second.stderr, /data-dir-in-use[^]*уже работает/);

  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  assert.equal(code, 0);
  assert.equal(holderOf(dataDir), undefined);
  assert.equal(runningPostgres(dataDir), undefined);
});

test('a second start finds its data, and the same receipt again gets the stored answer', async () => {
  const { child, said } = await startServer();
  assert.ok(!said.includes('migrated') && !said.includes('demo coalition made'));
  const same = [
    ...['--operation-id', '01a2021f-ae3d-7297-ad93-8a58b0dafb87', '--number', '7'],
    ...['--at', new Date().toISOString()],
  ];
  const [first, again] = [kopilka('till', 'send', ...same), kopilka('till', 'send', ...same)];
  assert.match(first.stdout, /Receipt 7 is confirmed\./);
  assert.match(again.stdout, /Receipt 7 is confirmed \(sent before/);
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  assert.equal(code, 0);
});

test('a wrong setting and an unknown command end with code 2 and say why', () => {
  const wrong = spawnSync(process.execPath, [MAIN, 'start'], {
    env: { ...env, PORT: 'eighty' },
    encoding: 'utf8',
  });
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /PORT must be a whole number from 0 to 65535; it is "eighty"/);
  assert.equal(kopilka('fly').status, 2);
  assert.equal(kopilka('config', 'print').status, 0);
});
