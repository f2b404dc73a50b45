import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type Database, openDatabase } from '#platform/db/index.ts';
import { randomOf } from '../../db/seed/random.ts';
import { temporaryDataDir } from '../support/temporary-folder.ts';
import { checkHouse, inSnapshot, runCheckers } from './check-house.ts';
import { checkHistory } from './histories/check.ts';
import { mintMembers, putProgramme } from './histories/programme.ts';
import { readEvidence } from './histories/read-evidence.ts';
import { openHistory } from './history.ts';
import { openLedgerCrowd } from './ledger-crowd.ts';
import { type Blow, planBlows, type Struck, strike } from './nemesis.ts';
import { killableServer } from './server.ts';
import { allowTampering, TAMPERINGS } from './tamperings.ts';
import { openCrowd } from './tills.ts';

// FAULTS_SEED repeats a run's moments; FAULTS_TIMES makes it longer.
const SEED = process.env['FAULTS_SEED'] ?? String(Date.now());
const TIMES = Number(process.env['FAULTS_TIMES'] ?? '1');
const BLOWS: Readonly<Record<Blow, number>> = {
  node: 12 * TIMES,
  postgres: 30 * TIMES,
  both: 2 * TIMES,
  'node-while-starting': 2 * TIMES,
};
const TILLS = 8;
/** The promise for a machine of its own: it holds for the middle one, since others may take the cores. */
const READY_MS_MAX = 5_000;
const READY_MS_WORST = 20_000;

const LEDGER_DEATHS = 30 * TIMES;

const history = openHistory();
const folder = temporaryDataDir();
const server = await killableServer(folder);
server.start();
await server.untilReady();

after(() => server.stop());

const began = Date.now();
const members = mintMembers(randomOf(`members-${SEED}`), { hot: 2, cold: 8 });
await withDatabase(putProgramme);
const ledger = openLedgerCrowd({
  ...server,
  members,
  file: join(folder, 'ledger.ndjson'),
  seed: SEED,
});

test('thirty kills of the database and those of the servers lose nothing acknowledged and double nothing', async (t) => {
  t.diagnostic(`FAULTS_SEED=${SEED}`);
  const crowd = openCrowd({ ...server, history, seed: SEED, tills: TILLS });
  const struck: Struck[] = [];
  const findings: string[] = [];
  try {
    for (const planned of planBlows(SEED, BLOWS)) {
      struck.push(await strike(server, planned));
      const found = await checkHouse(server.databaseUrl(), history);
      findings.push(...found.map((finding) => `after blow ${struck.length}: ${finding}`));
      if (findings.length > 0) break;
    }
  } finally {
    await crowd.stop();
    await ledger.stop();
  }
  findings.push(...(await checkHouse(server.databaseUrl(), history)));
  for (const line of summary(struck)) t.diagnostic(line);
  if (findings.length > 0) {
    const file = join(tmpdir(), `kopilka-history-${SEED}.ndjson`);
    history.dump(file);
    assert.fail(`FAULTS_SEED=${SEED}, history in ${file}\n${findings.join('\n')}`);
  }
  const times = struck.map((one) => one.readyMs).sort((a, b) => a - b);
  assert.ok(
    (times[times.length >> 1] ?? 0) <= READY_MS_MAX,
    `ready again after ${times.join(', ')} ms`,
  );
  assert.ok((times.at(-1) ?? 0) <= READY_MS_WORST, `ready again after ${times.join(', ')} ms`);
});

test('points keep their promises through every death of the process that moves them', async (t) => {
  const calls = ledger.calls();
  const deaths = [...ledger.deaths].map(([point, times]) => `${times} × ${point}`);
  t.diagnostic(`deaths: ${deaths.join(', ')}`);
  const evidence = await withDatabase((db) =>
    readEvidence(db, members, { calls, reads: [], since: began }),
  );
  const unsure = calls.filter((call) => call.attempts.length > 1).length;
  t.diagnostic(
    `${calls.length} operations on points, ${evidence.entries.length} entries, ${unsure} asked more than once`,
  );
  const { findings } = checkHistory(evidence);
  if (findings.length > 0) {
    const file = join(tmpdir(), `kopilka-ledger-${SEED}.json`);
    writeFileSync(file, JSON.stringify(evidence));
    assert.fail(`FAULTS_SEED=${SEED}, history in ${file}\n${findings.slice(0, 20).join('\n')}`);
  }
  const times = [...ledger.deaths.values()].reduce((sum, one) => sum + one, 0);
  assert.ok(times >= LEDGER_DEATHS && ledger.deaths.size === 6, deaths.join(', '));
  assert.ok(calls.length > 500, 'the worker was busy');
});

test('every call that was unknown is known after it was sent again', () => {
  const unknown = history.calls.filter((call) => call.outcome === 'unknown');
  assert.deepEqual(unknown, []);
  assert.ok(history.settled('ok').length > 500, 'the tills were busy');
  const repeated = history.calls.filter((call) => call.tries > 1);
  assert.ok(repeated.length > 30, 'kills met calls that were under way');
});

test('a server in trouble never answers with an error of its own making', () => {
  const odd = history.calls
    .flatMap((call) => call.unsure)
    .filter((answer) => !/^503 .*"code":"(outcome-unknown|overloaded)"/.test(answer));
  assert.deepEqual(odd.slice(0, 3), [], server.said());
});

test('refusals under fire are the ones that the tills provoked', () => {
  const foreseen = new Set([
    'insufficient-points',
    'redemption-over-limit',
    'return-exceeds-purchase',
    'receipt-cancelled',
    'phone-taken',
  ]);
  const odd = history.settled('fail').filter((call) => !foreseen.has(call.refusedAs ?? ''));
  assert.deepEqual(odd.slice(0, 3), []);
});

for (const [name, tamper] of Object.entries(TAMPERINGS)) {
  test(`the checkers see when ${name}`, async () => {
    const found = await inSnapshot(server.databaseUrl(), history, async (evidence) => {
      await evidence.snapshot.run(allowTampering());
      await evidence.snapshot.run(tamper());
      return runCheckers(evidence);
    });
    assert.notEqual(found.length, 0);
  });
}

async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase({ url: server.databaseUrl(), applicationName: 'kopilka-faults', max: 1 });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

function summary(struck: readonly Struck[]): readonly string[] {
  const byBlow = Map.groupBy(struck, (one) => one.blow);
  const { calls } = history;
  const unknown = calls.filter((call) => call.tries > 1 && call.outcome !== 'unknown').length;
  return [
    ...[...byBlow].map(([blow, all]) => {
      const times = all.map((one) => one.readyMs).sort((a, b) => a - b);
      const middle = times[Math.floor(times.length / 2)];
      return `${blow}: ${all.length} kills, ready again after ${middle} ms (at most ${times.at(-1)} ms)`;
    }),
    `${calls.length} calls: ${history.settled('ok').length} done, ${history.settled('fail').length} refused, ${unknown} sent more than once`,
  ];
}
