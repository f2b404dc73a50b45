import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCause, aLot, aState, daysLater, NOW, SOMEBODY } from '../testing/builders.ts';
import { emptyAccount } from './account.ts';
import { openBook } from './book.ts';
import { termsWithDefaults } from './currency-terms.ts';
import type { OperationContext } from './operation.ts';
import { postRedemption } from './post.ts';
import { carryOut, currenciesOf, standingIn, standingOf, workFor, workIn } from './work.ts';

const context: OperationContext = {
  cause: aCause(),
  zone: 'Europe/Moscow',
  termsOf: (code) => (code === 'bonus' ? termsWithDefaults({ spendOrder: 'first-in' }) : undefined),
  exchangeOf: () => undefined,
  newLotId: () => 'n',
  earlier: [],
  transit: undefined,
};

function aBook(debt = 0) {
  const lots = [aLot({ id: 'a' }), aLot({ id: 'b', expiresAt: daysLater(1) })];
  const { account } = aState(lots, { debt });
  return openBook({ bucket: 1, memberId: SOMEBODY }, { accounts: [account], lots });
}

test('what is owed is not available', () => {
  const account = { ...emptyAccount(1, SOMEBODY, 'bonus'), balance: 10, debt: 4 };
  assert.deepEqual(standingOf(account), { availablePoints: 6, owedPoints: 0 });
  assert.deepEqual(standingOf({ ...account, debt: 14 }), { availablePoints: 0, owedPoints: 4 });
  assert.deepEqual(standingIn(workIn(aBook(4), 'bonus', context)), {
    availablePoints: 16,
    owedPoints: 0,
  });
});

test('an operation repays first, in the order of the currency, and then posts', () => {
  const book = aBook(4);
  const work = workIn(book, 'bonus', context);
  carryOut(work, (post) => {
    post((before) => postRedemption(before, 10, work.cause));
  });
  assert.deepEqual(
    book.entries.map((entry) => [entry.kind, entry.lots]),
    [
      ['repayment', [{ id: 'a', amount: -4 }]],
      [
        'redemption',
        [
          { id: 'a', amount: -6 },
          { id: 'b', amount: -4 },
        ],
      ],
    ],
  );
});

test('a currency that is unknown is refused where it is named, and has default terms elsewhere', () => {
  const book = aBook();
  assert.equal(workFor(book, 'moons', context), undefined);
  assert.equal(workFor(book, 'bonus', context)?.terms.spendOrder, 'first-in');
  assert.equal(workIn(book, 'moons', context).terms.spendOrder, 'soonest-to-expire');
  assert.deepEqual(currenciesOf(book), ['bonus']);
  assert.equal(context.cause.postedAt, NOW);
});
