import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rawSql } from '#platform/db/index.ts';
import { CARDS, smallCoalition } from '../../../tests/support/small-coalition.ts';
import { staffApp } from '../../../tests/support/staff-app.ts';
import type { MemberDetail, MemberList } from './admin-contract.ts';

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

test("a member's page shows the masked profile", async () => {
  const [id = ''] = ids;
  const { body, text } = await get<MemberDetail>(`/members/${id}`);
  assert.equal(body.name, 'И••• П.');
  assert.equal(body.birthYear, 1990);
  assert.deepEqual(
    body.cards.map((card) => card.number),
    [`•••• ${CARD.slice(-4)}`],
  );
  assert.ok(!text.includes('Ирина') && !text.includes('-05-17') && !text.includes(CARD));
});

test('a member who does not exist is a refusal, not an empty page', async () => {
  const { status, text } = await get('/members/mbr_00000000001');
  assert.equal(status, 404);
  assert.match(text, /no-such-member/);
});

test('whoever may not see members sees none', async () => {
  for (const url of ['/members', `/members/${ids[0]}`]) {
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
  ]);
});
