import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Compile } from 'typebox/compile';
import { present } from '#shared/assert.ts';
import { formatInstant, type Instant, localMoment } from '#shared/time.ts';
import { ledgerLife } from '../../../../tests/support/ledger-life.ts';
import { type AccountList, StatementShape } from '../admin-contract.ts';
import { readMemberAccounts } from '../read-member-books.ts';
import { readStatement } from './read-statement.ts';

const ZONE = 'Asia/Yekaterinburg';
const life = await ledgerLife('statement', 4);
const shape = Compile(StatementShape);

type Seen = { readonly at: Instant; readonly member: number; readonly accounts: AccountList };

/** What the office showed at many moments of the life. */
const seen: Seen[] = [];
for (let round = 0; round < 60; round += 1) {
  await life.live(5);
  life.clock.advance(1);
  for (const member of life.members) {
    const accounts = await readMemberAccounts(life, member, ZONE);
    seen.push({ at: life.clock.now(), member, accounts });
  }
}
const end = life.clock.now();

const dayOf = (moment: Instant) => localMoment(moment, ZONE).date;

/** The statement that would have been given at a moment. */
async function statementAt(member: number, from: Instant, at: Instant) {
  life.clock.set(formatInstant(at));
  const query = { from: dayOf(from), to: dayOf(at), zone: ZONE };
  const statement = await readStatement(
    life,
    present(
      life.members.find((m) => m === member),
      'member',
    ),
    query,
  );
  assert.ok(shape.Check(statement), JSON.stringify([...shape.Errors(statement)].slice(0, 3)));
  life.clock.set(formatInstant(end));
  return statement;
}

test('as of any moment a statement ends with what the office showed then', async () => {
  for (const { at, member, accounts } of seen) {
    const statement = await statementAt(member, present(seen[0], 'moment').at, at);
    const shown = accounts.accounts.filter((account) => account.seq > 0);
    const told = new Map(statement.accounts.map((one) => [one.currency.code, one]));
    for (const account of shown) {
      const own = told.get(account.currency.code);
      if (own === undefined) continue;
      const { spendablePoints, heldPoints, pendingPoints, overduePoints, debtPoints } = account;
      assert.deepEqual(own.closing, {
        balancePoints: account.balancePoints,
        heldPoints,
        debtPoints,
        spendablePoints,
        pendingPoints,
        overduePoints,
      });
      assert.deepEqual(own.pending, account.pending);
      assert.deepEqual(own.expiring, account.expiring);
      assert.equal(own.isExpirySuspended, account.isExpirySuspended);
      const ids = (some: readonly { readonly holdId: string }[]) =>
        some.map((h) => h.holdId).sort();
      assert.deepEqual(ids(own.holds), ids(account.holds));
    }
    const missing = shown.filter((account) => !told.has(account.currency.code));
    assert.deepEqual(
      missing.filter((account) => account.balancePoints !== 0),
      [],
    );
  }
});

test('the opening and the movements make the closing, and periods follow each other', async () => {
  const first = present(seen[0], 'moment').at;
  const middle = present(seen[Math.floor(seen.length / 2)], 'moment').at;
  for (const member of life.members) {
    const early = await statementAt(member, first, middle);
    const late = await statementAt(member, middle, end);
    for (const account of [...early.accounts, ...late.accounts]) {
      const moved = account.movements.reduce((sum, one) => sum + one.amountPoints, 0);
      const held = account.movements.reduce((sum, one) => sum + one.heldPoints, 0);
      assert.equal(account.opening.balancePoints + moved, account.closing.balancePoints);
      assert.equal(account.opening.heldPoints + held, account.closing.heldPoints);
      assert.equal(
        account.sums.reduce((sum, one) => sum + one.points, 0),
        moved,
      );
    }
  }
});

test('an accrual says for which promotions it came', async () => {
  const codes = new Set<string>();
  for (const member of life.members) {
    const { accounts } = await statementAt(member, present(seen[0], 'moment').at, end);
    for (const movement of accounts.flatMap((account) => account.movements)) {
      for (const code of movement.promotionCodes) codes.add(code);
    }
  }
  assert.deepEqual([...codes].sort(), ['autumn.x5', 'base']);
});

const WRONG = [
  { from: '2026-02-30', to: '2026-03-01' },
  { from: '2026-03-02', to: '2026-03-01' },
  { from: '2026-03-01', to: 'tomorrow' },
  { from: '2026-03-01', to: '2026-03-02', zone: 'Mars/Base' },
];

for (const query of WRONG) {
  test(`a statement of ${JSON.stringify(query)} is refused`, async () => {
    const member = present(life.members[0], 'member');
    await assert.rejects(readStatement(life, member, query), { code: 'statement-period-wrong' });
  });
}
