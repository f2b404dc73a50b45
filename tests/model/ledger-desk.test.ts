import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { LEDGER_PARTITIONED } from '#modules/ledger/index.ts';
import { sql } from '#platform/db/index.ts';
import { ensurePartitions } from '#platform/db/partitions.ts';
import { mintMemberId } from '#shared/ids.ts';
import { instant } from '#shared/time.ts';
import { aClock } from '../support/clock.ts';
import { testDatabase } from '../support/database.ts';
import { deskLedger } from './desk-ledger.ts';
import { explain } from './explain.ts';
import { openLedgerHouse } from './house.ts';
import { putPlainCurrencies } from './plain-currencies.ts';
import { openTally, rulesOf, runSteps } from './run.ts';
import { MEMBERS, type Programme, programme, runOf, START, type Step } from './steps.ts';
import type { Ask } from './twin/asks.ts';

// MODEL_SEED repeats a run; every twentieth of the core's runs goes through the database too.
// npm test repeats itself, the long run seeks.
const DEFAULT_SEED = process.env['TEST_LONG'] === '1' ? Date.now() % 2 ** 31 : 20_261_122;
const SEED = Number(process.env['MODEL_SEED'] ?? DEFAULT_SEED);
const RUNS = Math.ceil(Number(process.env['MODEL_RUNS'] ?? 300) / 20);
const STEPS = Number(process.env['MODEL_STEPS'] ?? 40);

const { db, url } = await testDatabase();
const clock = aClock(new Date(START).toISOString());
await putPlainCurrencies(db, [], []);
const house = await openLedgerHouse({ url, clock, lanes: 2 });
after(() => house.close());
let runs = 0;

/** A programme in currencies of its own, members of its own. */
async function settle(given: Programme) {
  runs += 1;
  const codes = ['a', 'b', 'c'].map((letter) => `${letter}-${runs}`);
  await putPlainCurrencies(db, codes, given.terms);
  for (const { from, to, fromPoints, toPoints, feeBasisPoints } of given.exchanges) {
    await db.run(sql`
      insert into ledger.exchange (from_code, to_code, from_points, to_points, fee_basis_points)
      values (${codes[from]}, ${codes[to]}, ${fromPoints}, ${toPoints}, ${feeBasisPoints})
      on conflict (from_code, to_code) do update set from_points = excluded.from_points,
        to_points = excluded.to_points, fee_basis_points = excluded.fee_basis_points`);
  }
  await house.currencies.refresh();
  const memberIds = Array.from({ length: MEMBERS }, (_, place) =>
    mintMemberId(Uint8Array.from([1, runs >> 8, runs & 255, 4, place]), 11 + place * 5_000),
  );
  return { codes: [...codes, 'nothing'], memberIds };
}

async function toMoment(now: number): Promise<void> {
  const month = new Date(clock.now()).toISOString().slice(0, 7);
  clock.set(new Date(now).toISOString());
  if (new Date(now).toISOString().slice(0, 7) === month) return;
  await ensurePartitions(db, LEDGER_PARTITIONED, instant(now));
}

test('any operations in any order leave the database with what the twin has', async (t) => {
  t.diagnostic(`MODEL_SEED=${SEED}, ${RUNS} runs of ${STEPS}`);
  const tally = openTally();
  const run = async (
    given: Programme,
    steps: readonly (Step | null)[],
    onAsk: (ask: Ask) => void = () => undefined,
  ) => {
    const { codes, memberIds } = await settle(given);
    const rules = rulesOf(given, codes);
    const ledger = deskLedger(house.desk, db);
    await toMoment(START);
    const onMoment = toMoment;
    await runSteps(steps, { rules, ledger, memberIds, codes, tally, onAsk, onMoment });
  };
  const property = fc.asyncProperty(programme, runOf(STEPS), (given, steps) => run(given, steps));
  // Every step of shrinking is a run of its own: a minute of it says enough.
  const limits = { interruptAfterTimeLimit: 60_000 + RUNS * 4_000, markInterruptAsFailure: true };
  const details = await fc.check(property, { seed: SEED, numRuns: RUNS, ...limits });
  t.diagnostic(`${tally.operations} operations, ${tally.refusals} refused`);
  if (details.failed) assert.fail(await explain(details, run));
});
