import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCause, aLot, aState, NOW, SOMEBODY } from '../testing/builders.ts';
import { accountOf, allLots, enter, openBook, stateOf } from './book.ts';
import { postHold } from './hold.ts';
import { type NewLot, postAccrual, postRedemption } from './post.ts';
import { postRedating } from './post-lifetime.ts';

const owner = { bucket: 1, memberId: SOMEBODY };

function aNewLot(id: string, points = 5): NewLot {
  return { id, points, promotionCode: 'base', activeFrom: NOW, expiresAt: null };
}

test('a book knows which lots it opened and which it only changed', () => {
  const { account, lots } = aState([aLot({ id: 'old', amount: 9 }), aLot({ id: 'still' })]);
  const book = openBook(owner, { accounts: [account], lots });
  enter(book, postAccrual(stateOf(book, 'bonus'), [aNewLot('new')], aCause()));
  enter(book, postRedemption(stateOf(book, 'bonus'), 12, aCause()));
  assert.deepEqual([...book.openedLotIds], ['new']);
  assert.deepEqual([...book.changedLotIds], ['old']);
  assert.deepEqual([...(book.touchedByCurrency.get('bonus') ?? [])], ['new', 'old']);
  assert.equal(book.entries.length, 2);
  assert.equal(accountOf(book, 'bonus').balance, 12);
});

test('new dates are noted apart from new amounts', () => {
  const { account, lots } = aState([aLot({ id: 'old' })]);
  const book = openBook(owner, { accounts: [account], lots });
  const dated = lots.map((lot) => ({ ...lot, expiresAt: NOW }));
  const how = { kind: 'extension', cause: aCause() } as const;
  enter(book, postRedating(stateOf(book, 'bonus'), dated, how));
  assert.deepEqual([[...book.redatedLotIds], [...book.changedLotIds]], [['old'], []]);
});

test('a hold comes into the book with its movement', () => {
  const { account, lots } = aState([aLot()]);
  const book = openBook(owner, { accounts: [account], lots });
  enter(book, postHold(stateOf(book, 'bonus'), 4, { ...aCause(), lapsesAt: NOW }));
  assert.equal(book.holds.get('o')?.amount, 4);
  assert.deepEqual([...book.changedHoldIds], ['o']);
});

test('currencies of one book do not mix', () => {
  const book = openBook(owner);
  for (const currencyCode of ['bonus', 'stars']) {
    enter(book, postAccrual(stateOf(book, currencyCode), [aNewLot(currencyCode)], aCause()));
  }
  const ids = stateOf(book, 'stars').lots.map((lot) => lot.id);
  assert.deepEqual(ids, ['stars']);
  assert.equal(allLots(book).length, 2);
  assert.equal(accountOf(book, 'bonus').seq, 1);
});

test('two movements from one state are a bug', () => {
  const book = openBook(owner);
  const before = stateOf(book, 'bonus');
  enter(book, postAccrual(before, [aNewLot('a')], aCause()));
  assert.throws(() => enter(book, postAccrual(before, [aNewLot('b')], aCause())));
});
