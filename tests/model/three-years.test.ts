import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { LEDGER_PARTITIONED, runLedgerJobs } from '#modules/ledger/index.ts';
import { type Database, sql } from '#platform/db/index.ts';
import { ensurePartitions } from '#platform/db/partitions.ts';
import { type MemberId, memberId, mintMemberId, uuidv7 } from '#shared/ids.ts';
import { instant } from '#shared/time.ts';
import { randomOf } from '../../db/seed/random.ts';
import { aClock } from '../support/clock.ts';
import { testDatabase } from '../support/database.ts';
import { productState, twinState } from './compare.ts';
import { deskLedger, itemOf } from './desk-ledger.ts';
import { openLedgerHouse } from './house.ts';
import { openStage } from './picking.ts';
import { putPlainCurrencies } from './plain-currencies.ts';
import { readView } from './read-view.ts';
import { resolve } from './resolve.ts';
import { openTally, rulesOf, sideBySide } from './run.ts';
import { programme, runOf, START } from './steps.ts';
import type { Ask } from './twin/asks.ts';
import { openTwin } from './twin/twin.ts';

// MODEL_SEED repeats a run.
// npm test repeats itself, the long run seeks.
const DEFAULT_SEED = process.env['TEST_LONG'] === '1' ? Date.now() % 2 ** 31 : 20_261_122;
const SEED = Number(process.env['MODEL_SEED'] ?? DEFAULT_SEED);
const DAY = 86_400_000;
const YEARS = 3;
const OPERATIONS = 600;
const CODES = ['a', 'b', 'c'];
/** What has to do with time, in years that go by a few days at a step. */
const KINDS = [
  'earn',
  'spend',
  'hold',
  'capture',
  'give-back',
  'credit',
  'extend',
  'activate',
  'suspend-expiry',
  'reactivate',
] as const;

const { db, url } = await testDatabase();
const clock = aClock(new Date(START).toISOString());
const [given] = fc.sample(programme, { seed: SEED, numRuns: 1 });
if (given === undefined) throw new Error('no programme');
await putPlainCurrencies(db, CODES, given.terms);
const house = await openLedgerHouse({ url, clock, lanes: 2 });
after(() => house.close());

async function runJobs(through: Database = db): Promise<readonly unknown[]> {
  const failures: unknown[] = [];
  await runLedgerJobs({
    db: through,
    clock,
    desk: house.desk,
    worker: 'test',
    newId: house.newId,
    onFailure: (_, error) => failures.push(error),
  });
  return failures;
}

async function moveTo(now: number): Promise<void> {
  const month = new Date(clock.now()).toISOString().slice(0, 7);
  clock.set(new Date(now).toISOString());
  if (new Date(now).toISOString().slice(0, 7) !== month) {
    await ensurePartitions(db, LEDGER_PARTITIONED, instant(now));
  }
}

test('three years of points that wake, slide and burn end as an independent calculation says', async (t) => {
  t.diagnostic(`MODEL_SEED=${SEED}`);
  const rules = rulesOf({ ...given, exchanges: [] }, CODES);
  const twin = openTwin(rules);
  const memberIds = Array.from({ length: 6 }, (_, place) =>
    mintMemberId(Uint8Array.from([9, 9, 9, 9, place]), 100 + place * 2_700),
  );
  const stage = openStage(twin, memberIds, CODES);
  const ledger = deskLedger(house.desk, db);
  const [steps = []] = fc.sample(runOf(OPERATIONS), { seed: SEED, numRuns: 1 });
  const random = randomOf(String(SEED));
  const tally = openTally();
  const end = START + YEARS * 365 * DAY;
  for (const step of steps) {
    if (step === null || stage.now > end) continue;
    const kind = KINDS[random.weighted([30, 14, 5, 3, 6, 4, 2, 5, 2, 4])] ?? 'earn';
    const pace = {
      by: 'ms',
      ms: random.int(Math.round((2 * YEARS * 365 * DAY) / OPERATIONS)),
    } as const;
    const ask = resolve(stage, { ...step, kind, pace, member: random.int(6) });
    await moveTo(stage.now);
    if (random.chance(20)) {
      assert.deepEqual(await runJobs(), []);
      for (const owner of memberIds)
        for (const job of jobsOf(owner, stage.now)) twin.apply(job, () => '');
    }
    if (ask !== null) await sideBySide(stage, ask, { ledger, tally });
  }
  await moveTo(end + 400 * DAY);
  assert.deepEqual(await runJobs(), []);
  let burnt = 0;
  for (const owner of memberIds) {
    for (const job of jobsOf(owner, clock.now())) twin.apply(job, () => '');
    const view = await readView(db, owner);
    assert.deepEqual(productState(view), twinState(twin, owner, clock.now()));
    const expiries = view.entries.filter((entry) => entry.kind === 'expiry');
    burnt += expiries.reduce((sum, entry) => sum - entry.amount, 0);
  }
  t.diagnostic(`${tally.operations} operations, ${tally.refusals} refused, ${burnt} points burnt`);

  /** What the jobs do to a member, in their order. */
  function jobsOf(owner: MemberId, now: number): Ask[] {
    const at = {
      memberId: owner,
      now,
      occurredAt: now,
      receiptId: null,
      partnerCode: '',
      zone: 'UTC',
    };
    const holdIds = twin
      .holds()
      .filter((hold) => hold.memberId === owner)
      .map((hold) => hold.id);
    const names = { lapse: { holdIds }, expire: {}, repay: {} };
    return Object.entries(names).map(
      ([kind, params], place) =>
        ({ ...at, kind, params, operationId: `job ${now} ${place}` }) as unknown as Ask,
    );
  }
});

/** A pool that dies before its nth call. */
function dyingAt(nth: number): { readonly pool: Database; readonly isDead: () => boolean } {
  let calls = 0;
  const step = () => {
    calls += 1;
    if (calls >= nth) throw new Error('killed');
  };
  const pool: Database = {
    ...db,
    run(statement) {
      step();
      return db.run(statement);
    },
    pipeline(statements) {
      step();
      return db.pipeline(statements);
    },
  };
  return { pool, isDead: () => calls >= nth };
}

test('the expiry job killed before any of its steps burns exactly what an undisturbed one does', async (t) => {
  const random = randomOf(`expiry-${SEED}`);
  let [nth, deaths] = [0, 0];
  for (let isThrough = false; !isThrough; ) {
    nth += 1;
    const owners = Array.from({ length: 10 }, () =>
      mintMemberId(random.bytes(5), random.int(16_384)),
    );
    const left = await Promise.all(
      owners.map((owner, place) => fill(owner, place % 7, random.bytes(8))),
    );
    await moveTo(clock.now() + 3 * DAY);
    const { pool, isDead } = dyingAt(nth);
    await runJobs(pool);
    isThrough = !isDead();
    deaths += isDead() ? 1 : 0;
    // A dead worker's lease runs out; then anybody goes on.
    await moveTo(clock.now() + 5 * 60_000);
    assert.deepEqual(await runJobs(), []);
    const balances = await balancesOf(owners);
    assert.deepEqual(balances, left, `killed before call ${nth}`);
  }
  t.diagnostic(`killed at ${deaths} places`);
});

/** Gives the member a lot that stays and `burning` ones that burn tomorrow. @returns what will be left */
async function fill(owner: MemberId, burning: number, bytes: Uint8Array): Promise<number> {
  const earn = (place: number, isBurning: boolean) => {
    const now = clock.now();
    const expiry = isBurning
      ? { when: 'after', count: 1, unit: 'day', from: 'accrual', endOf: 'none' }
      : { when: 'never' };
    const operationId = uuidv7(now, Uint8Array.from([...bytes, place, 1]));
    const ask = { operationId, kind: 'earn', memberId: memberId(owner), occurredAt: now };
    const lifetime = { activation: { when: 'at-once' }, expiry };
    const params = { currencyCode: 'main', points: 10 + place, promotionCode: 'test', lifetime };
    const about = { receiptId: null, partnerCode: '', zone: 'UTC' };
    return house.desk.submit(itemOf({ ...ask, ...about }, params));
  };
  await earn(0, false);
  for (let place = 1; place <= burning; place += 1) await earn(place, true);
  return 10;
}

async function balancesOf(owners: readonly MemberId[]): Promise<readonly number[]> {
  const rows = await db.run(sql<{ member_id: number; balance: number }>`
    select a.member_id, a.balance from ledger.account a
    where a.member_id = any(${owners}::bigint[]) and a.currency_code = 'main'`);
  const byOwner = new Map(rows.map((row) => [row.member_id, row.balance]));
  return owners.map((owner) => byOwner.get(owner) ?? -1);
}
