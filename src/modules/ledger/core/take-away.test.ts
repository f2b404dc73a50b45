import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCause, aLot, aState, daysLater, NOW, SOMEBODY } from '../testing/builders.ts';
import { openBook } from './book.ts';
import type { DebtPolicy } from './currency-terms.ts';
import type { OperationContext } from './operation.ts';
import { ACCOUNT_POINTS_MAX } from './params.ts';
import { takeAway } from './take-away.ts';
import { workIn } from './work.ts';

const context: OperationContext = {
  cause: aCause(),
  zone: 'Europe/Moscow',
  termsOf: () => undefined,
  exchangeOf: () => undefined,
  newLotId: () => 'n',
  earlier: [],
  transit: undefined,
};

/** 10 awake, 10 asleep, 6 free beside 4 reserved, 10 burnt: 26 can be taken. */
function taken(points: number, policy: DebtPolicy, debt = 0) {
  const lots = [
    aLot({ id: 'awake' }),
    aLot({ id: 'asleep', activeFrom: daysLater(1) }),
    aLot({ id: 'reserved', held: 4 }),
    aLot({ id: 'burnt', expiresAt: NOW }),
  ];
  const { account } = aState(lots, { debt });
  const book = openBook({ bucket: 1, memberId: SOMEBODY }, { accounts: [account], lots });
  const how = { policy, kind: 'debit', ofReceiptId: null, memo: 'm' } as const;
  const decided = takeAway(workIn(book, 'bonus', context), points, how);
  const after = book.accounts.get('bonus');
  return { decided, balance: after?.balance, debt: after?.debt, entries: book.entries.length };
}

test('what is there is taken under every policy', () => {
  for (const policy of ['refuse', 'to-zero', 'allow'] as const) {
    const { decided, balance, debt } = taken(26, policy);
    assert.ok(decided.isGood);
    assert.deepEqual(decided.result, { points: 26, debtPoints: 0 });
    assert.deepEqual([balance, debt], [14, 0]);
  }
});

test('what is not there is refused, forgiven or owed', () => {
  const refused = taken(30, 'refuse');
  assert.ok(!refused.decided.isGood && refused.entries === 0);
  assert.deepEqual(refused.decided.details, { availablePoints: 26, loanPoints: 0 });
  const forgiven = taken(30, 'to-zero');
  assert.ok(forgiven.decided.isGood);
  assert.deepEqual([forgiven.decided.result.points, forgiven.balance, forgiven.debt], [26, 14, 0]);
  const owed = taken(30, 'allow');
  assert.ok(owed.decided.isGood);
  assert.deepEqual(owed.decided.result, { points: 30, debtPoints: 4 });
  assert.deepEqual([owed.balance, owed.debt], [14, 4]);
});

test('what is owed already counts against what is there', () => {
  const { decided } = taken(26, 'refuse', 20);
  assert.ok(!decided.isGood);
  assert.deepEqual(decided.details, { availablePoints: 6, loanPoints: 0 });
  const nothing = taken(5, 'to-zero', 26);
  assert.ok(nothing.decided.isGood && nothing.decided.result.points === 0);
});

test('a debt beyond what an account may owe is refused', () => {
  const { decided } = taken(1, 'allow', ACCOUNT_POINTS_MAX);
  assert.ok(!decided.isGood && decided.code === 'points-out-of-range');
});
