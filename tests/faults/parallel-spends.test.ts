import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { systemClock } from '#platform/clock.ts';
import { mintMemberId, uuidv7 } from '#shared/ids.ts';
import { randomOf } from '../../db/seed/random.ts';
import { openLedgerHouse } from '../model/house.ts';
import { brokenInvariants } from '../model/invariants.ts';
import { readView } from '../model/read-view.ts';
import type { Params } from '../model/twin/asks.ts';
import { testDatabase } from '../support/database.ts';
import { attempt } from './histories/clients.ts';
import { putProgramme } from './histories/programme.ts';
import type { LedgerCall } from './histories/record.ts';

const SEED = process.env['FAULTS_SEED'] ?? String(Date.now());
const AT_ONCE = 50;
const ROUNDS = Number(process.env['FAULTS_TIMES'] ?? '1') * 5;
const WHOLE = 700;

const { db, url } = await testDatabase();
await putProgramme(db);
const servers = await Promise.all(
  Array.from({ length: 4 }, () => openLedgerHouse({ url, clock: systemClock, lanes: 2 })),
);
after(() => Promise.all(servers.map((server) => server.close())));

type Asked = { [K in keyof Params]: readonly [kind: K, params: Params[K]] }[keyof Params];

const random = randomOf(`parallel-${SEED}`);
const currencyCode = 'sliding';
const receiver = mintMemberId(random.bytes(5), 8_191);

/** Ways to take everything that a member has; what leaves with a fee leaves a little earlier. */
const WAYS: Readonly<Record<string, readonly Asked[]>> = {
  spends: [['spend', { currencyCode, points: WHOLE }]],
  holds: [['hold', { currencyCode, points: WHOLE, minutes: 10 }]],
  transfers: [
    ['transfer-out', { currencyCode, points: 693, toMemberId: receiver, as: 'transfer' }],
  ],
  exchanges: [['exchange', { fromCode: currencyCode, toCode: 'lent', points: WHOLE }]],
  'spends, holds, transfers and exchanges': [
    ['spend', { currencyCode, points: WHOLE }],
    ['hold', { currencyCode, points: WHOLE, minutes: 10 }],
    ['transfer-out', { currencyCode, points: 693, toMemberId: receiver, as: 'gift' }],
    ['exchange', { fromCode: currencyCode, toCode: 'lent', points: WHOLE }],
  ],
};

for (const [name, ways] of Object.entries(WAYS)) {
  test(`of ${AT_ONCE} ${name} at once that each want the whole balance exactly one wins`, async (t) => {
    t.diagnostic(`FAULTS_SEED=${SEED}, ${ROUNDS} rounds`);
    for (let round = 0; round < ROUNDS; round += 1) {
      const memberId = mintMemberId(random.bytes(5), random.int(16_384));
      await send(
        0,
        callOf(memberId, ['credit', { currencyCode, points: WHOLE, reasonCode: 'test' }]),
      );
      const calls = Array.from({ length: AT_ONCE }, (_, place) =>
        callOf(memberId, ways[place % ways.length] ?? ['repay', {}]),
      );
      await Promise.all(calls.map((call, place) => send(place, call)));
      const won = calls.filter((call) => call.attempts[0]?.outcome === 'ok');
      const codes = new Set(calls.map((call) => call.attempts[0]?.refusedAs));
      assert.equal(won.length, 1);
      assert.deepEqual([...codes].map(String).sort(byText), ['insufficient-points', 'null']);
      const view = await readView(db, memberId);
      assert.deepEqual(brokenInvariants(view), []);
      const account = view.accounts.find((one) => one.currencyCode === currencyCode);
      const left = (account?.balance ?? 0) - (account?.held ?? 0) - (account?.unspendable ?? 0);
      assert.ok(left === 0 && account?.debt === 0, `${left} points are left`);
    }
  });
}

function callOf(memberId: number, [kind, params]: Asked): LedgerCall {
  return {
    operationId: uuidv7(Date.now(), random.bytes(10)),
    memberId,
    kind,
    params,
    receiptId: null,
    partnerCode: 'gastronom',
    occurredAt: Date.now(),
    zone: 'Europe/Moscow',
    attempts: [],
  };
}

async function send(place: number, call: LedgerCall): Promise<void> {
  const server = servers[place % servers.length];
  if (server !== undefined) await attempt(server.desk, call);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}
