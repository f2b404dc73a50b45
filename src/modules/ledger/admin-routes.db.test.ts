import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { parseMemberWireId } from '#modules/members/core/index.ts';
import { rawSql } from '#platform/db/index.ts';
import { systemRandom } from '#platform/random.ts';
import { present } from '#shared/assert.ts';
import { bucketOf, uuidv7 } from '#shared/ids.ts';
import { formatInstant, instant } from '#shared/time.ts';
import { openPointsDesk } from '../../../db/seed/points-desk.ts';
import { smallCoalition } from '../../../tests/support/small-coalition.ts';
import { staffApp } from '../../../tests/support/staff-app.ts';
import {
  type AccountList,
  type CurrencyList,
  ENTRY_KINDS,
  type EntryList,
  type LotList,
  type LotTimeline,
  type RateList,
  type Statement,
} from './admin-contract.ts';
import { CONTRA_ACCOUNTS } from './core/index.ts';

const DAY = 86_400_000;
const currencyCode = 'bonus';
let ids: readonly string[] = [];
/** Noon in Moscow on Monday, 2 March 2026. */
const house = await staffApp(async (at) => {
  ids = await smallCoalition(at);
});
const now = house.clock.now();
const desk = await openPointsDesk(house.db, { since: instant(now - 60 * DAY), now });
after(() => desk.close());

const [ANNA = '', BORIS = '', STRANGER = ''] = ids;
const anna = present(parseMemberWireId(ANNA), 'member');
const boris = present(parseMemberWireId(BORIS), 'member');
const RECEIPT = uuidv7(now - 20 * DAY, systemRandom(10), bucketOf(anna));
let made = 0;

type Asked = { readonly at?: object; readonly [param: string]: unknown };

/** Something that happened to Anna so many days ago, at a partner and for a receipt if it says so. */
const ask = (daysAgo: number, kind: string, { at: more = {}, ...params }: Asked) => {
  made += 1;
  const at = instant(now - daysAgo * DAY);
  return desk.ask({ memberId: anna, kind, params, at, key: String(made), ...more });
};
const until = (date: string) => ({
  activation: { when: 'at-once' },
  expiry: { when: 'date', date },
});
const earn = (promotionCode: string, points: number, lifetime?: object) => ({
  currencyCode,
  points,
  promotionCode,
  ...(lifetime === undefined ? {} : { lifetime }),
});
const get = <Body>(path: string, role: 'operator' | 'marketer' | 'analyst' = 'operator') =>
  house.call<Body>(role, { path });

// What happened to Anna before the tests look.
await ask(40, 'earn', { ...earn('old', 60, until('2026-02-20')), at: { partnerCode: 'azs' } });
await ask(30, 'spend', { currencyCode, points: 25 });
await ask(20, 'earn', {
  ...earn('week', 100, until('2026-03-08')),
  at: { partnerCode: 'gastronom', receiptId: RECEIPT },
});
const far = await ask(19, 'earn', earn('far', 300, until('2026-06-30')));
await ask(18, 'earn', earn('never', 40));
await ask(9, 'expire', {});
const spent = await ask(8, 'spend', { currencyCode, points: 70 });
await ask(7, 'give-back', { currencyCode, points: 20, ofOperationId: spent.operationId });
const held = await ask(1, 'hold', { currencyCode, points: 80, minutes: 1_440 });
const lotIds = [String(far.result['lotId'])];
await ask(1, 'extend', { currencyCode, lotIds, expiresAt: now + 200 * DAY });
await ask(
  1,
  'earn',
  earn('asleep', 15, {
    activation: { when: 'date', date: '2026-03-05' },
    expiry: { when: 'never' },
  }),
);
await ask(
  1,
  'earn',
  earn('parcel', 7, {
    activation: { when: 'confirmed', confirmation: 'delivery' },
    expiry: { when: 'never' },
  }),
);
await ask(0, 'credit', { currencyCode, points: 5, reasonCode: 'apology' });

test('the kinds of entries on the wire are those of the ledger', () => {
  assert.deepEqual([...ENTRY_KINDS].sort(), Object.keys(CONTRA_ACCOUNTS).sort());
});

test('an account tells what can be spent, waits, is held, and burns week by week', async () => {
  const { body } = await get<AccountList>(`/members/${ANNA}/accounts`);
  const [account] = body.accounts;
  assert.equal(body.accounts.length, 1);
  assert.equal(account?.currency.code, 'bonus');
  const { spendablePoints, heldPoints, pendingPoints, debtPoints, balancePoints } = present(
    account,
    '',
  );
  assert.deepEqual(
    [spendablePoints, heldPoints, pendingPoints, debtPoints, balancePoints],
    [315, 80, 22, 0, 417],
  );
  assert.deepEqual(account?.pending, [
    { on: '2026-03-05', awaits: null, points: 15 },
    { on: null, awaits: 'delivery', points: 7 },
  ]);
  assert.equal(account?.expiring.weeks.length, 8);
  assert.deepEqual(account?.expiring.weeks[0], { monday: '2026-03-02', points: 50 });
  assert.equal(account?.expiring.laterPoints, 300);
  assert.equal(account?.expiring.neverPoints, 67);
  assert.deepEqual(
    account?.holds.map((hold) => [hold.holdId, hold.points]),
    [[held.operationId, 80]],
  );
});

test('weeks and days are those of the zone that was asked for', async () => {
  const path = `/members/${ANNA}/accounts?zone=`;
  const east = await get<AccountList>(`${path}Asia%2FKamchatka`);
  // The end of 8 March in Moscow is the morning of Monday, 9 March, in Kamchatka.
  assert.deepEqual(
    east.body.accounts[0]?.expiring.weeks.slice(0, 2).map((week) => week.points),
    [0, 50],
  );
  const wrong = await get(`${path}Mars`);
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /zone-unknown/);
});

test('lots with points come in the order of their burning, each with its state', async () => {
  const { body } = await get<LotList>(`/members/${ANNA}/lots`);
  assert.deepEqual(
    body.lots.map((lot) => [lot.promotionCode, lot.state, lot.remainingPoints, lot.heldPoints]),
    [
      ['week', 'active', 50, 50],
      ['far', 'active', 300, 30],
      ['never', 'active', 40, 0],
      ['asleep', 'pending', 15, 0],
      ['parcel', 'awaiting', 7, 0],
      ['apology', 'active', 5, 0],
    ],
  );
  assert.equal(body.nextCursor, null);
});

test('lots are narrowed by what they are and listed in pages without repeats', async () => {
  const codes = async (query: string) => {
    const { body } = await get<LotList>(`/members/${ANNA}/lots?${query}`);
    return body.lots.map((lot) => lot.promotionCode);
  };
  assert.deepEqual(await codes('show=held'), ['week', 'far']);
  assert.deepEqual(await codes('show=pending'), ['asleep']);
  assert.deepEqual(await codes('show=awaiting'), ['parcel']);
  assert.deepEqual(await codes('show=active'), ['week', 'far', 'never', 'apology']);
  assert.deepEqual(await codes('currencyCode=stars'), []);
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const at: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await get<LotList>(`/members/${ANNA}/lots?limit=2${at}`);
    seen.push(...body.lots.map((lot) => lot.promotionCode));
    cursor = body.nextCursor;
  }
  assert.deepEqual(seen, ['week', 'far', 'never', 'asleep', 'parcel', 'apology']);
});

test('an exhausted lot says whether it was spent or burnt, and how much burnt', async () => {
  const { body } = await get<LotList>(`/members/${ANNA}/lots?show=closed`);
  const lots = body.lots.map((lot) => [lot.promotionCode, lot.state, lot.burntPoints]);
  assert.deepEqual(lots, [['old', 'expired', 35]]);
});

test('the life of a lot is told movement by movement', async () => {
  const [week, longest] = (await get<LotList>(`/members/${ANNA}/lots`)).body.lots;
  const life = (await get<LotTimeline>(`/members/${ANNA}/lots/${week?.lotId}`)).body;
  assert.deepEqual(life.lot, week);
  assert.deepEqual(
    life.movements.map((m) => [m.kind, m.points, m.heldPoints, m.remainingPoints]),
    [
      ['accrual', 100, 0, 100],
      ['redemption', -70, 0, 30],
      ['redemption-reversal', 20, 0, 50],
      ['hold', 0, 50, 50],
    ],
  );
  assert.equal(life.movements[0]?.receiptId, RECEIPT);
  assert.equal(life.movements[0]?.bucket, bucketOf(anna));
  const extended = (await get<LotTimeline>(`/members/${ANNA}/lots/${longest?.lotId}`)).body;
  assert.deepEqual(
    extended.movements.map((m) => m.kind),
    ['accrual', 'hold', 'extension'],
  );
  assert.equal(extended.movements[2]?.dates?.expiresAt, longest?.expiresAt);
  assert.equal(longest?.expiresAt, formatInstant(instant(now + 200 * DAY)));
});

test('a lot of somebody else is not there', async () => {
  const [lot] = (await get<LotList>(`/members/${ANNA}/lots`)).body.lots;
  const { status, text } = await get(`/members/${BORIS}/lots/${lot?.lotId}`);
  assert.equal(status, 404);
  assert.match(text, /no-such-lot/);
});

test('what a debt swallowed whole still has its origin', async () => {
  const at = (daysAgo: number) => ({ memberId: boris, at: instant(now - daysAgo * DAY) });
  await desk.ask({ ...at(5), kind: 'earn', params: earn('first', 10), key: 'b1' });
  await desk.ask({ ...at(4), kind: 'spend', params: { currencyCode, points: 10 }, key: 'b2' });
  await desk.ask({ ...at(3), kind: 'take-back', params: { currencyCode, points: 10 }, key: 'b3' });
  await desk.ask({ ...at(2), kind: 'earn', params: earn('swallowed', 8), key: 'b4' });
  const { body } = await get<LotList>(`/members/${BORIS}/lots?show=closed`);
  const [lot] = body.lots;
  assert.deepEqual([lot?.promotionCode, lot?.state], ['swallowed', 'spent']);
  const life = (await get<LotTimeline>(`/members/${BORIS}/lots/${lot?.lotId}`)).body;
  assert.deepEqual(
    life.movements.map((m) => [m.kind, m.points, m.repaidPoints]),
    [['accrual', 0, 8]],
  );
  const { body: accounts } = await get<AccountList>(`/members/${BORIS}/accounts`);
  assert.deepEqual(
    accounts.accounts.map((one) => [one.debtPoints, one.balancePoints]),
    [[2, -2]],
  );
});

test('the history comes newest first, in pages, and can be narrowed', async () => {
  const path = `/members/${ANNA}/entries`;
  const first = (await get<EntryList>(`${path}?limit=3`)).body;
  assert.deepEqual(
    first.entries.map((entry) => entry.kind),
    ['credit', 'accrual', 'accrual'],
  );
  const next = (await get<EntryList>(`${path}?limit=100&cursor=${first.nextCursor}`)).body;
  assert.equal(next.nextCursor, null);
  const all = [...first.entries, ...next.entries].map((entry) => entry.seq);
  assert.deepEqual(
    all,
    Array.from({ length: all.length }, (_, n) => all.length - n),
  );
  const holds = (await get<EntryList>(`${path}?kind=hold`)).body.entries;
  assert.deepEqual(
    holds.map((entry) => [entry.amountPoints, entry.heldPoints, entry.operationId]),
    [[0, 80, held.operationId]],
  );
  assert.deepEqual((await get<EntryList>(`${path}?currencyCode=stars`)).body.entries, []);
  const [spending] = (await get<EntryList>(`${path}?kind=redemption`)).body.entries;
  assert.deepEqual(
    spending?.lots.map((lot) => [lot.promotionCode, lot.points]),
    [['week', -70]],
  );
});

test('a change by hand says its reason in words', async () => {
  const { body } = await get<EntryList>(`/members/${ANNA}/entries?kind=credit`);
  assert.deepEqual(body.entries[0]?.reason, {
    ru: 'Извинение за ошибку или сбой',
    en: 'Apology for a mistake or a failure',
  });
  assert.equal(body.entries[0]?.memo, 'apology');
});

test('a cursor of another list is refused', async () => {
  const { body } = await get<EntryList>(`/members/${ANNA}/entries?limit=1`);
  for (const cursor of [body.nextCursor, 'abc']) {
    const { status, text } = await get(`/members/${ANNA}/lots?cursor=${cursor}`);
    assert.equal(status, 400);
    assert.match(text, /bad-cursor/);
  }
});

test('points of a member who does not exist are a refusal, of one without an account none', async () => {
  for (const part of ['accounts', 'lots', 'entries']) {
    const { status, text } = await get(`/members/mbr_00000000001/${part}`);
    assert.equal(status, 404);
    assert.match(text, /no-such-member/);
  }
  assert.deepEqual((await get<AccountList>(`/members/${STRANGER}/accounts`)).body.accounts, []);
});

test('a statement comes as data, as a table and on paper', async () => {
  // Anna's last movement is of this very moment; a statement ends before the moment of asking.
  house.clock.advance(1);
  const path = `/members/${ANNA}/statement?from=2026-02-01&to=2026-03-31`;
  const { status, body } = await get<Statement>(path);
  assert.equal(status, 200);
  const [account] = body.accounts;
  assert.equal(account?.opening.balancePoints, 35);
  assert.equal(account?.closing.balancePoints, 417);
  const headers = await house.as('operator');
  for (const [format, type, begins] of [
    ['csv', 'text/csv; charset=utf-8', '\ufeff'],
    ['pdf', 'application/pdf', '%PDF-'],
  ] as const) {
    const url = `/api/v1${path}&format=${format}&language=en`;
    const file = await house.http.inject({ url, headers });
    assert.equal(file.statusCode, 200, file.body);
    assert.equal(file.headers['content-type'], type);
    assert.match(String(file.headers['content-disposition']), /statement-mbr_\w+-2026-02-01-/);
    assert.ok(file.body.startsWith(begins));
  }
  const wrong = await get(`/members/${ANNA}/statement?from=2026-02-30&to=2026-03-31`);
  assert.equal(wrong.status, 400);
  assert.match(wrong.text, /statement-period-wrong/);
});

test('every look at points is written down with who looked', async () => {
  const rows = await house.db.run(
    rawSql<{ action: string }>(
      `select distinct action from access.audit where object = $1 and actor_kind = 'person' order by action`,
      [ANNA],
    ),
  );
  assert.deepEqual(
    rows.map((row) => row.action),
    [
      'member.read-accounts',
      'member.read-history',
      'member.read-lot',
      'member.read-lots',
      'member.read-statement',
    ],
  );
  assert.equal((await get(`/members/${ANNA}/accounts`, 'marketer')).status, 403);
});

test('currencies tell their terms with nothing left out, and their rates by what is in force', async () => {
  const { body } = await get<CurrencyList>('/currencies', 'analyst');
  const [bonus] = body.currencies;
  assert.deepEqual(bonus?.worth, { points: 1, kopecks: 100 });
  assert.deepEqual(bonus?.terms.debt, { takeBack: 'allow', debit: 'refuse' });
  assert.equal(bonus?.terms.transfer, null);
  const rate = (from: number, to: number | null) =>
    house.db.run(
      rawSql(
        `insert into ledger.rate (id, currency_code, direction, valid_from, valid_to, points,
          kopecks, rounding, created_at, created_by)
        values ($1, 'bonus', 'sell', $2, $3, 1, 50, 'down', $2, 'test')`,
        [
          uuidv7(now, systemRandom(10)),
          formatInstant(instant(now + from * DAY)),
          to === null ? null : formatInstant(instant(now + to * DAY)),
        ],
      ),
    );
  for (const [from, to] of [
    [-9, -1],
    [5, null],
    [-1, 3],
  ] as const)
    await rate(from, to);
  await house.app.refresh();
  const rates = (await get<RateList>('/currencies/bonus/rates', 'analyst')).body.rates;
  assert.deepEqual(
    rates.map((one) => one.state),
    ['in-force', 'ahead', 'over'],
  );
  const none = await get('/currencies/gold/rates', 'analyst');
  assert.equal(none.status, 404);
  assert.match(none.text, /no-such-currency/);
});
