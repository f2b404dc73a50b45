import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '#platform/db/index.ts';
import { present } from '#shared/assert.ts';
import { ledgerLife } from '../../../../tests/support/ledger-life.ts';

const life = await ledgerLife('operate', 4);
const [ann, ben] = life.members;
const [a, b] = [present(ann, 'ann'), present(ben, 'ben')];

const bonusOf = async (member: number) => {
  const [row] = await life.db.run(sql<{ balance: number; debt: number; held: number; seq: number }>`
    select a.balance, a.debt, a.held, a.seq from ledger.account a
    where a.member_id = ${member} and a.currency_code = 'bonus'`);
  return row;
};
const AT_ONCE = { activation: { when: 'at-once' }, expiry: { when: 'never' } };
const earn = (member: typeof a, points: number) =>
  life.ask(member, 'earn', {
    currencyCode: 'bonus',
    points,
    promotionCode: 'base',
    lifetime: AT_ONCE,
  });

test('points are earned, held, captured in part and the rest is free again', async () => {
  await earn(a, 1_000);
  const held = await life.ask(a, 'hold', { currencyCode: 'bonus', points: 300, minutes: 10 });
  assert.deepEqual(await bonusOf(a), { balance: 1_000, debt: 0, held: 300, seq: 2 });
  await life.ask(a, 'capture', { holdId: held?.operationId, points: 250 });
  assert.deepEqual(await bonusOf(a), { balance: 750, debt: 0, held: 0, seq: 3 });
});

test('a gift leaves one member and reaches the other, with the fee, and nothing is under way', async () => {
  const before = (await bonusOf(b))?.balance ?? 0;
  const sent = await life.ask(a, 'transfer-out', {
    toMemberId: b,
    currencyCode: 'bonus',
    points: 100,
    as: 'gift',
  });
  assert.equal(sent?.result['feePoints'], 2);
  assert.equal((await bonusOf(a))?.balance, 648);
  assert.equal((await bonusOf(b))?.balance, before + 100);
  const underWay = await life.db.run(sql`select 1 from ledger.transit t where t.state = 'sent'`);
  assert.equal(underWay.length, 0);
});

test('what the receiver cannot take goes back, and stays back when the transfer is tried again', async () => {
  await life.db.run(sql`
    update ledger.account set balance = 999999999999999, unspendable = 999999999999999
    where member_id = ${b} and currency_code = 'bonus'`);
  const params = { toMemberId: b, currencyCode: 'bonus', points: 100, as: 'transfer' };
  const sent = await life.ask(a, 'transfer-out', params);
  assert.equal(sent, undefined);
  assert.equal((await bonusOf(a))?.balance, 648);
});
