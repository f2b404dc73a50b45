import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountOf, openBook } from '#modules/ledger/core/index.ts';
import { memberId } from '#shared/ids.ts';
import { balancesOf } from './slip.ts';

test('a till sees what can be spent apart from what is owed or not active yet', () => {
  const book = openBook({ bucket: 1, memberId: memberId(16_385) });
  const account = accountOf(book, 'bonus');
  book.accounts.set('bonus', { ...account, balance: 30, unspendable: 10, seq: 4 });
  book.accounts.set('stars', { ...account, currencyCode: 'stars', debt: 7, seq: 2 });
  assert.deepEqual(balancesOf(book), [
    { currencyCode: 'bonus', spendablePoints: 20, balancePoints: 30, seq: 4 },
    { currencyCode: 'stars', spendablePoints: 0, balancePoints: -7, seq: 2 },
  ]);
});
