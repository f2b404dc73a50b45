import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rawSql } from '#platform/db/index.ts';
import { systemRandom } from '#platform/random.ts';
import { uuidv7 } from '#shared/ids.ts';
import { formatInstant, instant } from '#shared/time.ts';
import { CARDS, smallCoalition } from '../../../tests/support/small-coalition.ts';
import { staffApp } from '../../../tests/support/staff-app.ts';
import type { EntryList, MemberDetail, MemberList } from './admin-contract.ts';
import { memberIdOf } from './read-member.ts';

const DAY = 86_400_000;
const [CARD = ''] = CARDS;
let ids: readonly string[] = [];
const house = await staffApp(async (at) => {
  ids = await smallCoalition(at);
});

const get = <Body>(path: string, role: 'operator' | 'marketer' = 'operator') =>
  house.call<Body>(role, { path });

test('a member is found by phone, card and golden id, and shown masked', async () => {
  const [id = ''] = ids;
  for (const query of ['8 916 123-12-30', '%2B79161231230', CARD, id]) {
    const { body, text } = await get<MemberList>(`/members?query=${query}`);
    assert.deepEqual(body, {
      members: [
        {
          memberId: id,
          name: 'И••• П.',
          phone: '+7 ••• •••-12-30',
          tierCode: 'base',
          registeredOn: '2026-03-02',
        },
      ],
      nextCursor: null,
    });
    assert.ok(!text.includes('Ирина') && !text.includes('9161231230'));
  }
});

test('nobody is found by a part of a phone, a wrong card or an id out of range', async () => {
  for (const query of ['916', '2700000000000010', 'mbr_zzzzzzzzzzzzz', 'mbr_', 'Петрова', '%00']) {
    const { status, body } = await get<MemberList>(`/members?query=${query}`);
    assert.equal(status, 200);
    assert.deepEqual(body.members, [], query);
  }
});

test('all members are listed in pages without repeats', async () => {
  const first = (await get<MemberList>('/members?limit=2')).body;
  const second = (await get<MemberList>(`/members?limit=2&cursor=${first.nextCursor}`)).body;
  assert.equal(second.nextCursor, null);
  const listed = [...first.members, ...second.members].map((member) => member.memberId);
  assert.deepEqual(listed.toSorted(), ids.toSorted());
});

test("a member's page shows balances, lots by their end and the masked profile", async () => {
  const [id = ''] = ids;
  await giveLots(id);
  const { body, text } = await get<MemberDetail>(`/members/${id}`);
  assert.equal(body.name, 'И••• П.');
  assert.equal(body.birthYear, 1990);
  assert.deepEqual(
    body.cards.map((card) => card.number),
    [`•••• ${CARD.slice(-4)}`],
  );
  assert.deepEqual(body.accounts, [
    {
      currencyCode: 'bonus',
      currencyTitle: { ru: 'Бонусы', en: 'Bonuses' },
      divisibility: 0,
      spendablePoints: 70,
      pendingPoints: 20,
      balancePoints: 95,
      debtPoints: 5,
      seq: 3,
    },
  ]);
  const lots = body.lots.map((lot) => [lot.state, lot.remainingPoints, lot.promotionCode]);
  assert.deepEqual(lots, [
    ['expired', 10, 'old'],
    ['active', 30, 'soon'],
    ['pending', 20, 'next'],
    ['active', 40, 'ever'],
  ]);
  assert.ok(!text.includes('Ирина') && !text.includes('-05-17') && !text.includes(CARD));
});

test('the history comes newest first, in pages', async () => {
  const [id = ''] = ids;
  const first = (await get<EntryList>(`/members/${id}/entries?limit=2`)).body;
  assert.deepEqual(
    first.entries.map((entry) => [entry.seq, entry.amountPoints]),
    [
      [3, -50],
      [2, 100],
    ],
  );
  const rest = (await get<EntryList>(`/members/${id}/entries?limit=2&cursor=${first.nextCursor}`))
    .body;
  assert.deepEqual(
    rest.entries.map((entry) => [entry.seq, entry.balancePoints]),
    [[1, 50]],
  );
  assert.equal(rest.nextCursor, null);
});

test('a member who does not exist is a refusal, not an empty page', async () => {
  const { status, text } = await get('/members/mbr_00000000001');
  assert.equal(status, 404);
  assert.match(text, /no-such-member/);
});

test('whoever may not see members sees none', async () => {
  for (const url of ['/members', `/members/${ids[0]}`, `/members/${ids[0]}/entries`]) {
    assert.equal((await get(url, 'marketer')).status, 403);
  }
});

test('every look at a member is written down with who looked', async () => {
  const rows = await house.db.run(
    rawSql<{ action: string; n: number }>(
      `
      select action, count(*) as n from access.audit
      where object = $1 and actor_kind = 'person' group by action order by action`,
      [ids[0]],
    ),
  );
  assert.deepEqual(rows, [
    { action: 'member.find', n: 4 },
    { action: 'member.read', n: 1 },
    { action: 'member.read-history', n: 2 },
  ]);
});

async function giveLots(wireId: string): Promise<void> {
  const memberId = memberIdOf(wireId);
  const bucket = memberId % 16_384;
  const at = (days: number | null) =>
    days === null ? null : formatInstant(instant(house.clock.now() + days * DAY));
  const receipt = () => uuidv7(house.clock.now(), systemRandom(10), bucket);
  await house.db.run(
    rawSql(
      `insert into ledger.account
    (bucket, member_id, currency_code, balance, debt, unspendable, changes_at, seq, last_hash)
    values ($1, $2, 'bonus', 100, 5, 30, null, 3, decode(repeat('00', 32), 'hex'))`,
      [bucket, memberId],
    ),
  );
  const lots = [
    ['ever', 40, -1, null],
    ['soon', 30, -1, 3],
    ['next', 20, 2, 9],
    ['old', 10, -9, -1],
    ['spent', 0, -9, 9],
  ] as const;
  for (const [code, remaining, from, to] of lots) {
    await house.db.run(
      rawSql(
        `insert into ledger.lot (bucket, member_id, id, currency_code, amount, remaining,
      active_from, expires_at, receipt_id, promotion_code, partner_code)
      values ($1, $2, $3, 'bonus', 50, $4, $5, $6, $7, $8, 'azs')`,
        [bucket, memberId, receipt(), remaining, at(from), at(to), receipt(), code],
      ),
    );
  }
  for (const [seq, amount, after] of [
    [1, 50, 50],
    [2, 100, 150],
    [3, -50, 100],
  ] as const) {
    await house.db.run(
      rawSql(
        `insert into ledger.entry (bucket, member_id, currency_code, seq, posted_at,
      occurred_at, operation_id, receipt_id, kind, amount, balance_after, debt_after, contra_account,
      partner_code, lot_ids, lot_amounts, prev_hash, hash)
      values ($1, $2, 'bonus', $3, $4, $4, $5, $6, $7, $8, $9, 0, 'programme', 'azs', '{}', '{}',
        decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'))`,
        [
          bucket,
          memberId,
          seq,
          at(0),
          receipt(),
          receipt(),
          amount > 0 ? 'accrual' : 'redemption',
          amount,
          after,
        ],
      ),
    );
  }
}
