import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { memberId } from '#shared/ids.ts';
import { instant } from '#shared/time.ts';
import { type Account, emptyAccount, isSpendable, type Lot } from './account.ts';
import {
  type Cause,
  type NewLot,
  type Posted,
  postAccrual,
  postAccrualReversal,
  postRedemption,
  postRedemptionReversal,
} from './post.ts';

const NOW = instant(1_800_000_000_000);
const DAY = 86_400_000;

function aCause(receiptId = 'r1'): Cause {
  return { operationId: receiptId, receiptId, occurredAt: NOW, postedAt: NOW, partnerCode: 'p' };
}

function aLot(id: string, points: number, days: number | null = 30): NewLot {
  const expiresAt = days === null ? null : instant(NOW + days * DAY);
  return { id, points, promotionCode: 'base', activeFrom: NOW, expiresAt };
}

function anEmptyBook(): { account: Account; lots: Lot[] } {
  return { account: emptyAccount(1, memberId(16_385), 'bonus'), lots: [] };
}

const remaining = (posted: Posted) =>
  Object.fromEntries(posted.lots.map((lot) => [lot.id, lot.remaining]));

test('an accrual opens its lots and adds up', () => {
  const posted = postAccrual(anEmptyBook(), [aLot('a', 70), aLot('b', 30)], aCause());
  assert.equal(posted.account.balance, 100);
  assert.equal(posted.entry?.amount, 100);
  assert.equal(posted.entry?.seq, 1);
  assert.deepEqual(remaining(posted), { a: 70, b: 30 });
});

test('an accrual repays debt before it reaches the balance', () => {
  const before = { ...anEmptyBook(), account: { ...anEmptyBook().account, debt: 40 } };
  const posted = postAccrual(before, [aLot('a', 100)], aCause());
  assert.deepEqual([posted.account.balance, posted.account.debt], [60, 0]);
  assert.deepEqual(remaining(posted), { a: 60 });
  assert.equal(posted.entry?.amount, 100);
});

test('points that are not active yet are counted as unspendable until they wake', () => {
  const later = { ...aLot('a', 50), activeFrom: instant(NOW + DAY) };
  const posted = postAccrual(anEmptyBook(), [later, aLot('b', 20)], aCause());
  assert.deepEqual([posted.account.balance, posted.account.unspendable], [70, 50]);
  assert.equal(posted.account.changesAt, NOW + DAY);
});

test('a redemption draws from the lot that burns first, the never-burning last', () => {
  const earned = postAccrual(
    anEmptyBook(),
    [aLot('never', 50, null), aLot('late', 50, 60), aLot('soon', 50, 10)],
    aCause(),
  );
  const posted = postRedemption(earned, 120, aCause('r2'));
  assert.deepEqual(remaining(posted), { never: 30, late: 0, soon: 0 });
  assert.equal(posted.account.balance, 30);
  assert.deepEqual(
    posted.entry?.lots.map((lot) => [lot.id, lot.amount]),
    [
      ['soon', -50],
      ['late', -50],
      ['never', -20],
    ],
  );
});

test('a redemption beyond what is active is a bug, not a debt', () => {
  const later = { ...aLot('a', 50), activeFrom: instant(NOW + DAY) };
  const earned = postAccrual(anEmptyBook(), [later], aCause());
  assert.throws(() => postRedemption(earned, 1, aCause('r2')));
});

test('what was earned is taken from its own lot first and then becomes debt', () => {
  const first = postAccrual(anEmptyBook(), [aLot('a', 50)], aCause('r1'));
  const second = postAccrual(first, [aLot('b', 30)], aCause('r2'));
  const spent = postRedemption(second, 60, aCause('r3'));
  const posted = postAccrualReversal(spent, 30, aCause('r2'));
  assert.deepEqual(remaining(posted), { a: 0, b: 0 });
  assert.deepEqual([posted.account.balance, posted.account.debt], [0, 10]);
  assert.equal(posted.entry?.amount, -30);
});

test('spent points go back to the lots they came from, with the expiry those have', () => {
  const earned = postAccrual(anEmptyBook(), [aLot('a', 50, 10), aLot('b', 50, 20)], aCause());
  const spent = postRedemption(earned, 70, aCause('r2'));
  const posted = postRedemptionReversal(
    spent,
    [
      { id: 'b', amount: 20 },
      { id: 'a', amount: 5 },
    ],
    aCause('r2'),
  );
  assert.deepEqual(remaining(posted), { a: 5, b: 50 });
  assert.equal(posted.lots.find((lot) => lot.id === 'a')?.expiresAt, NOW + 10 * DAY);
});

test('returned points repay debt before they fill a lot', () => {
  const earned = postAccrual(anEmptyBook(), [aLot('a', 50)], aCause('r1'));
  const spent = postRedemption(earned, 50, aCause('r2'));
  const owing = postAccrualReversal(spent, 50, aCause('r1'));
  const posted = postRedemptionReversal(owing, [{ id: 'a', amount: 50 }], aCause('r2'));
  assert.deepEqual([posted.account.balance, posted.account.debt], [0, 0]);
  assert.deepEqual(remaining(posted), { a: 0 });
});

test('burnt points cover nothing: neither what is taken back nor a debt', () => {
  const burnt = { ...aLot('burnt', 1000), expiresAt: instant(NOW - 1) };
  const first = postAccrual(anEmptyBook(), [burnt], aCause('r0'));
  const second = postAccrual(first, [aLot('b', 100)], aCause('r1'));
  const spent = postRedemption(second, 100, aCause('r2'));
  const posted = postAccrualReversal(spent, 100, aCause('r1'));
  assert.deepEqual([posted.account.balance, posted.account.debt], [1000, 100]);
  const late = postAccrual(posted, [{ ...burnt, id: 'late' }], aCause('r3'));
  assert.deepEqual([late.account.balance, late.account.debt], [2000, 100]);
});

type Step = {
  readonly kind: 'earn' | 'spend' | 'take-back';
  readonly points: number;
  readonly days: number;
};

const aStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('earn', 'spend', 'take-back'),
  points: fc.integer({ min: 1, max: 500 }),
  days: fc.integer({ min: 1, max: 400 }),
});

test('whatever happens, balance − debt is the sum of entries and the lots are the balance', () => {
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 40 }), (steps) => {
      let book: { account: Account; lots: readonly Lot[] } = anEmptyBook();
      let sum = 0;
      for (const [place, step] of steps.entries()) {
        const posted = play(book, step, place);
        sum += posted.entry?.amount ?? 0;
        book = posted;
        const { balance, debt, seq, unspendable } = book.account;
        assert.equal(balance - debt, sum);
        assert.equal(
          book.lots.reduce((all, lot) => all + lot.remaining, 0),
          balance,
        );
        assert.ok(balance >= 0 && debt >= 0 && unspendable === 0);
        assert.ok(balance === 0 || debt === 0, 'debt is repaid before a balance grows');
        assert.ok(seq <= place + 1);
      }
    }),
  );
});

function play(book: { account: Account; lots: readonly Lot[] }, step: Step, place: number): Posted {
  const cause = aCause(`r${place}`);
  if (step.kind === 'earn')
    return postAccrual(book, [aLot(`l${place}`, step.points, step.days)], cause);
  if (step.kind === 'take-back') return postAccrualReversal(book, step.points, aCause('r0'));
  const able = book.lots
    .filter((lot) => isSpendable(lot, NOW))
    .reduce((all, lot) => all + lot.remaining, 0);
  if (able === 0) return { ...book, entry: null };
  return postRedemption(book, Math.min(able, step.points), cause);
}
