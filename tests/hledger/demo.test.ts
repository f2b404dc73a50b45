import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '#platform/db/index.ts';
import { terminalKey } from '#platform/terminal-keys.ts';
import { instant } from '#shared/time.ts';
import { seedMembers } from '../../db/seed/people.ts';
import { STORES, terminalCodes } from '../../db/seed/stores.ts';
import { lastFullDay, planDay } from '../../tools/demo/day.ts';
import { playActs } from '../../tools/demo/play.ts';
import { type DemoServer, startDemoServer } from '../../tools/demo/server.ts';
import { openTally } from '../../tools/demo/tally.ts';
import { openTill } from '../../tools/demo/till.ts';
import { testCluster } from '../support/cluster.ts';
import { temporaryDataDir } from '../support/temporary-folder.ts';
import { accountBalances, balancesBy, hledger, journalIn, withoutHledger } from './hledger.ts';

const RECEIPTS = 250;
const folder = temporaryDataDir();

/** A part of the demo's day, with its returns and cancels. */
async function playDay({ address, secrets }: DemoServer): Promise<number> {
  const date = lastFullDay(instant(Date.now()));
  const people = { members: seedMembers(200), newcomers: seedMembers(4, '1') };
  const acts = planDay({ seed: 'journal', date, receipts: RECEIPTS, ...people });
  const tills = new Map(
    STORES.flatMap(terminalCodes).map((terminalCode) => {
      const key = terminalKey(secrets, terminalCode, 1);
      return [terminalCode, openTill({ address, terminalCode, key, keyVersion: 1 })];
    }),
  );
  const tally = openTally();
  const day = { tally, tillByCode: tills, confirmedByVisit: new Map(), onAct: () => undefined };
  await playActs(acts, day, () => false);
  for (const till of tills.values()) till.close();
  return tally.receipts;
}

test('every account of the demo balances in hledger as in our table', {
  skip: withoutHledger,
}, async () => {
  const server = await startDemoServer({ databaseUrl: await testCluster() });
  try {
    assert.ok((await playDay(server)) > 200);
    const db = openDatabase({
      url: server.databaseUrl,
      applicationName: 'kopilka-journal',
      max: 2,
    });
    try {
      const journal = await journalIn(folder, db);
      hledger(journal, 'check', '--strict');
      const ours = await accountBalances(db);
      assert.ok(ours.size > 50, `${ours.size} balances`);
      assert.deepEqual(new Map(balancesBy(journal, 'member')), ours);
    } finally {
      await db.close();
    }
  } finally {
    await server.close();
  }
});
