import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memberId } from '#shared/ids.ts';
import { instant } from '#shared/time.ts';
import { accountOf, enter, openBook, stateOf } from './book.ts';
import { type Cause, postAccrual, postRedemption } from './post.ts';

const cause: Cause = {
  operationId: 'o',
  receiptId: 'r',
  occurredAt: instant(1),
  postedAt: instant(1),
  partnerCode: 'p',
};

test('a book knows which lots it opened and which it only changed', () => {
  const book = openBook(
    { bucket: 1, memberId: memberId(16_385) },
    [],
    [
      {
        id: 'old',
        currencyCode: 'bonus',
        amount: 9,
        remaining: 9,
        activeFrom: instant(0),
        expiresAt: null,
        receiptId: 'r0',
        promotionCode: 'base',
        partnerCode: 'p',
      },
    ],
  );
  book.accounts.set('bonus', { ...accountOf(book, 'bonus'), balance: 9 });
  const opened = {
    id: 'new',
    points: 5,
    promotionCode: 'base',
    activeFrom: instant(1),
    expiresAt: null,
  };
  enter(book, postAccrual(stateOf(book, 'bonus'), [opened], cause));
  enter(book, postRedemption(stateOf(book, 'bonus'), 11, cause));
  assert.deepEqual([...book.openedLotIds], ['new']);
  assert.deepEqual([...book.changedLotIds].sort(), ['old']);
  assert.equal(book.entries.length, 2);
  assert.equal(accountOf(book, 'bonus').balance, 3);
});

test('currencies of one book do not mix', () => {
  const book = openBook({ bucket: 1, memberId: memberId(16_385) }, [], []);
  for (const currencyCode of ['bonus', 'stars']) {
    const lot = {
      id: currencyCode,
      points: 5,
      promotionCode: 'base',
      activeFrom: instant(1),
      expiresAt: null,
    };
    enter(book, postAccrual(stateOf(book, currencyCode), [lot], cause));
  }
  assert.deepEqual(
    stateOf(book, 'stars').lots.map((lot) => lot.id),
    ['stars'],
  );
  assert.equal(accountOf(book, 'bonus').seq, 1);
});
