import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { systemClock } from '#platform/clock.ts';
import { type Random, randomOf } from '../../../db/seed/random.ts';
import { productState, twinState } from '../../model/compare.ts';
import { openLedgerHouse } from '../../model/house.ts';
import { brokenInvariants } from '../../model/invariants.ts';
import { readView } from '../../model/read-view.ts';
import { testDatabase } from '../../support/database.ts';
import { checkHistory } from './check.ts';
import { client, type Notebook } from './clients.ts';
import { mintMembers, putProgramme } from './programme.ts';
import { readEvidence } from './read-evidence.ts';

// HISTORIES_SEED repeats the questions (not the order in which they meet); HISTORIES makes it longer.
const SEED = process.env['HISTORIES_SEED'] ?? String(Date.now());
const HISTORIES = Number(process.env['HISTORIES'] ?? 50);
const CLIENTS = 8;
const ASKED = 12;
const SERVERS = 2;

const { db, url } = await testDatabase();
await putProgramme(db);
const servers = await Promise.all(
  Array.from({ length: SERVERS }, () => openLedgerHouse({ url, clock: systemClock, lanes: 2 })),
);
after(() => Promise.all(servers.map((server) => server.close())));

test(`${HISTORIES} histories of clients at two servers could have happened one after another`, async (t) => {
  t.diagnostic(`HISTORIES_SEED=${SEED}`);
  const sums = { calls: 0, attempts: 0, done: 0, reads: 0, entries: 0 };
  for (let number = 0; number < HISTORIES; number += 1) {
    const random = randomOf(`${SEED}-${number}`);
    const { evidence, findings } = await live(random, number);
    sums.calls += evidence.calls.length;
    sums.attempts += evidence.calls.reduce((all, call) => all + call.attempts.length, 0);
    sums.done += evidence.operations.length;
    sums.reads += evidence.reads.length;
    sums.entries += evidence.entries.length;
    if (findings.length > 0) {
      const file = join(tmpdir(), `kopilka-history-${SEED}-${number}.json`);
      writeFileSync(file, JSON.stringify(evidence, null, 1));
      assert.fail(`HISTORIES_SEED=${SEED}, history ${number} in ${file}\n${findings.join('\n')}`);
    }
  }
  t.diagnostic(JSON.stringify(sums));
});

async function live(random: Random, number: number) {
  const members = mintMembers(random, { hot: 2, cold: 8 });
  const since = Date.now();
  const notebook: Notebook = { calls: [], reads: [], holds: [], spends: [] };
  const traffic = { servers, members, hot: 2, notebook };
  await Promise.all(
    Array.from({ length: CLIENTS }, (_, place) =>
      client(traffic, randomOf(`${SEED}-${number}-${place}`), ASKED),
    ),
  );
  const evidence = await readEvidence(db, members, { ...notebook, since });
  const { findings, replayed } = checkHistory(evidence);
  const ends: string[] = [];
  for (const memberId of members) {
    const view = await readView(db, memberId);
    ends.push(...brokenInvariants(view));
    const { accounts } = { accounts: [], ...Object(productState(view)) };
    const expected = { accounts: [], ...Object(twinState(replayed.twin, memberId, Date.now())) };
    if (JSON.stringify(accounts) !== JSON.stringify(expected.accounts)) {
      ends.push(`member ${memberId} ends otherwise than the twin`);
    }
  }
  return { evidence, findings: [...findings, ...ends] };
}
