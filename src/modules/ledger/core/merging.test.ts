import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memberId } from '#shared/ids.ts';
import { aCause, aLot, aState, daysLater, NOW, SOMEBODY } from '../testing/builders.ts';
import { openBook } from './book.ts';
import { sendAll, takeIn } from './merging.ts';
import type { OperationContext } from './operation.ts';
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

function aBook(lots: ReturnType<typeof aLot>[], debt = 0) {
  const { account } = aState(lots, { debt });
  return openBook({ bucket: 1, memberId: SOMEBODY }, { accounts: [account], lots });
}

test('lots and debt leave together', () => {
  const book = aBook([aLot({ id: 'a', activeFrom: daysLater(1) }), aLot({ id: 'b', held: 10 })], 7);
  const departure = { memo: '5', isLeaving: () => true, debtOf: () => 7 };
  const part = sendAll(workIn(book, 'bonus', context), departure, () => {});
  assert.deepEqual([part?.debt, part?.lots.map((lot) => lot.fromLotId)], [7, ['a']]);
  const entry = book.entries.at(-1);
  assert.deepEqual([entry?.kind, entry?.amount, entry?.memo], ['merge-out', -3, '5']);
});

test('where there is nothing, nothing leaves', () => {
  const departure = { memo: '5', isLeaving: () => true, debtOf: () => 0 };
  const book = aBook([]);
  assert.equal(
    sendAll(workIn(book, 'bonus', context), departure, () => {}),
    null,
  );
  assert.equal(book.entries.length, 0);
});

test('what comes in opens in full, and then repays what is owed on either side', () => {
  const { fromLotId, ...kept } = { fromLotId: 'x', ...aLot() };
  assert.equal(fromLotId, 'x');
  const { id: _id, amount, remaining: _r, held: _h, currencyCode, ...lot } = kept;
  const cargo = [{ currencyCode, debt: 5, lots: [{ fromLotId, points: amount, ...lot }] }];
  const book = aBook([], 3);
  takeIn(
    book,
    {
      id: 't',
      memberId: memberId(5),
      toMemberId: SOMEBODY,
      kind: 'merge',
      state: 'sent',
      cargo,
      sentAt: NOW,
      settledAt: null,
    },
    context,
  );
  assert.deepEqual(
    book.entries.map((entry) => [entry.kind, entry.amount, entry.debtAfter, entry.memo]),
    [
      ['merge-in', 5, 8, 't'],
      ['repayment', 0, 0, 't'],
    ],
  );
  assert.equal(book.accounts.get('bonus')?.balance, 2);
});
