import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movingRule } from '#shared/lifetime.ts';
import { aCause, aLot, aState, daysLater, NOW, SOMEBODY } from '../testing/builders.ts';
import { enter, openBook, stateOf } from './book.ts';
import { postAccrual } from './post.ts';
import { settleUp } from './settle-up.ts';

const lifetime = movingRule({
  activation: { when: 'at-once' },
  expiry: { when: 'after', count: 10, unit: 'day', from: 'accrual', endOf: 'none', slides: true },
});

function aBook() {
  const { account, lots } = aState(
    [
      aLot({ id: 'sliding', lifetime, expiresAt: daysLater(4) }),
      aLot({ id: 'burnt', expiresAt: NOW }),
    ],
    { debt: 3 },
  );
  return openBook({ bucket: 1, memberId: SOMEBODY }, { accounts: [account], lots });
}

const settling = { cause: { ...aCause(), memo: 'm' }, zone: 'Europe/Moscow' };

test('an activity ends with sliding, writing off what was touched, and repaying', () => {
  const book = aBook();
  const late = { id: 'late', points: 5, promotionCode: 'x', activeFrom: NOW, expiresAt: NOW };
  enter(book, postAccrual(stateOf(book, 'bonus'), [late], aCause()));
  settleUp(book, 'bonus', { ...settling, isActivity: true });
  assert.deepEqual(
    book.entries.map((entry) => [entry.kind, entry.amount, entry.memo]),
    [
      ['accrual', 5, null],
      ['extension', 0, null],
      ['expiry', -5, null],
      ['repayment', 0, 'm'],
    ],
  );
  assert.equal(book.lotsByCurrency.get('bonus')?.[0]?.expiresAt, daysLater(10));
  assert.equal(book.touchedByCurrency.size, 0);
});

test('what is no activity moves no dates', () => {
  const book = aBook();
  settleUp(book, 'bonus', { ...settling, isActivity: false });
  assert.deepEqual(
    book.entries.map((entry) => entry.kind),
    ['repayment'],
  );
});
