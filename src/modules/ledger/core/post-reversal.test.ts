import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCause, aLot, aState, daysLater, NOW, remaining } from '../testing/builders.ts';
import { postAccrualReversal, postRedemptionReversal, takableLots } from './post-reversal.ts';

test('what was earned is taken from its own lot first and then becomes debt', () => {
  const lots = [
    aLot({ id: 'other', receiptId: 'r1', amount: 20, expiresAt: daysLater(1) }),
    aLot({ id: 'own', receiptId: 'r2', amount: 30 }),
  ];
  const cause = aCause({ receiptId: 'r2' });
  const some = postAccrualReversal(aState(lots), 40, cause);
  assert.deepEqual(remaining(some), { other: 10, own: 0 });
  const all = postAccrualReversal(aState(lots), 60, cause);
  assert.deepEqual([all.account.balance, all.account.debt], [0, 10]);
  assert.equal(all.entry?.amount, -60);
});

test('an operation without a receipt has no lots of its own', () => {
  const byHand = aLot({ id: 'by-hand', receiptId: null });
  const earned = aLot({ id: 'earned', expiresAt: daysLater(1) });
  const state = aState([byHand, earned]);
  const ids = (receiptId: string | null) =>
    takableLots(state, aCause({ receiptId })).map((lot) => lot.id);
  assert.deepEqual(ids(null), ['earned', 'by-hand']);
  assert.deepEqual(ids('r'), ['earned', 'by-hand']);
  const cause = { ...aCause(), ofReceiptId: null };
  assert.deepEqual(takableLots(state, cause)[0]?.id, 'earned');
});

test('points asleep are taken back, reserved points are not', () => {
  const asleep = aLot({ id: 'asleep', activeFrom: daysLater(3) });
  const reserved = aLot({ id: 'reserved', amount: 10, held: 7 });
  const posted = postAccrualReversal(aState([asleep, reserved]), 20, aCause());
  assert.deepEqual(remaining(posted), { asleep: 0, reserved: 7 });
  assert.equal(posted.account.debt, 7);
});

test('burnt points cover nothing: neither what is taken back nor a debt', () => {
  const burnt = aLot({ id: 'burnt', amount: 1000, expiresAt: NOW });
  const posted = postAccrualReversal(aState([burnt]), 100, aCause());
  assert.deepEqual([posted.account.balance, posted.account.debt], [1000, 100]);
  const back = postRedemptionReversal(
    aState([{ ...burnt, remaining: 0 }], { debt: 100 }),
    [{ id: 'burnt', amount: 50 }],
    aCause(),
  );
  assert.deepEqual([back.account.balance, back.account.debt], [50, 100]);
});

test('spent points go back to the lots they came from, with the expiry those have', () => {
  const lots = [
    aLot({ id: 'a', amount: 50, remaining: 0, expiresAt: daysLater(10) }),
    aLot({ id: 'b', amount: 50, remaining: 30, expiresAt: daysLater(20) }),
  ];
  const shares = [
    { id: 'b', amount: 20 },
    { id: 'a', amount: 5 },
  ];
  const posted = postRedemptionReversal(aState(lots), shares, aCause());
  assert.deepEqual(remaining(posted), { a: 5, b: 50 });
  assert.equal(posted.lots[0]?.expiresAt, daysLater(10));
});

test('returned points repay debt before they fill a lot', () => {
  const state = aState([aLot({ amount: 50, remaining: 0 })], { debt: 30 });
  const posted = postRedemptionReversal(state, [{ id: 'a', amount: 50 }], aCause());
  assert.deepEqual([posted.account.balance, posted.account.debt], [20, 0]);
});

test('a loan given back lowers the debt only, and never more than there is', () => {
  const state = aState([aLot({ amount: 50, remaining: 0 })], { debt: 30 });
  const posted = postRedemptionReversal(state, [], { ...aCause(), lent: 30 });
  assert.deepEqual([posted.account.balance, posted.account.debt], [0, 0]);
  assert.equal(posted.entry?.amount, 30);
  assert.throws(() => postRedemptionReversal(state, [], { ...aCause(), lent: 31 }));
});

test('more than a lot ever had does not go back into it', () => {
  const state = aState([aLot({ amount: 50, remaining: 20 })]);
  assert.throws(() => postRedemptionReversal(state, [{ id: 'a', amount: 31 }], aCause()));
});
