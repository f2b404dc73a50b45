import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { memberWireId } from '#modules/members/core/index.ts';
import { sql } from '#platform/db/index.ts';
import { present } from '#shared/assert.ts';
import { addDays, localMoment } from '#shared/time.ts';
import { ledgerLife } from '../support/ledger-life.ts';
import { temporaryDataDir } from '../support/temporary-folder.ts';
import { accountBalances, balancesBy, hledger, journalIn, withoutHledger } from './hledger.ts';

const life = await ledgerLife('journal', 6);
await life.live(320);
const folder = temporaryDataDir();
const skip = withoutHledger;

const sorted = (balances: ReadonlyMap<string, string>) =>
  [...balances].sort(([a], [b]) => (a < b ? -1 : 1));

test('the life has every kind of entry that the journal must tell', async () => {
  const rows = await life.db.run(sql<{ kind: string }>`select distinct e.kind from ledger.entry e`);
  assert.ok(rows.length >= 20, rows.map((row) => row.kind).join(' '));
});

test('hledger finds nothing wrong, and every balance is the one in our table', {
  skip,
}, async () => {
  const journal = await journalIn(folder, life.db);
  assert.equal(hledger(journal, 'check', '--strict'), '');
  assert.deepEqual(sorted(balancesBy(journal, 'member')), sorted(await accountBalances(life.db)));
});

test('a member stands there as the balance less the debt', { skip }, async () => {
  const journal = await journalIn(folder, life.db);
  const rows = await life.db.run(sql<{ member_id: number; owned: number }>`
    select a.member_id, a.balance - a.debt as owned from ledger.account a
    where a.currency_code = 'bonus' and a.balance <> a.debt`);
  const members = balancesBy(journal, 'member', '--depth', '2');
  for (const { member_id: id, owned } of rows) {
    assert.equal(members.get(`member:${memberWireId(id as never)} bonus`), String(owned));
  }
});

test('the accounts against which members stand make up for all of them', { skip }, async () => {
  const journal = await journalIn(folder, life.db);
  const total = hledger(journal, 'balance', '-O', 'csv', '--layout=bare', '--depth', '0');
  assert.ok(!/"-?[1-9]/.test(total), total);
});

test('a journal of some weeks opens with what stood there and ends where the whole one does', {
  skip,
}, async () => {
  const { date: today } = localMoment(life.clock.now(), 'Europe/Moscow');
  const from = addDays(today, -40);
  const part = await journalIn(folder, life.db, { from });
  assert.match(readFileSync(part, 'utf8'), /opening balances/);
  hledger(part, 'check', '--strict');
  assert.deepEqual(sorted(balancesBy(part, 'member')), sorted(await accountBalances(life.db)));
  const to = addDays(today, -20);
  const between = sorted(balancesBy(await journalIn(folder, life.db, { from, to }), 'member'));
  const whole = sorted(balancesBy(await journalIn(folder, life.db, { to }), 'member'));
  assert.deepEqual(between, whole);
});

test('a journal of one member has nobody else', { skip }, async () => {
  const member = present(life.members[0], 'member');
  const journal = await journalIn(folder, life.db, { memberId: member });
  const all = sorted(await accountBalances(life.db));
  const own = all.filter(([account]) => account.startsWith(`member:${memberWireId(member)}:`));
  assert.deepEqual(sorted(balancesBy(journal, 'member')), own);
});
