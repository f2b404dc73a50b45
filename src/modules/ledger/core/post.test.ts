import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { instant } from '#shared/time.ts';
import { aCause, aState, DAY, daysLater, NOW, remaining } from '../testing/builders.ts';
import type { AccountState } from './account.ts';
import { isSpendable } from './lot.ts';
import type { Posted } from './move.ts';
import { type NewLot, postAccrual, postRedemption } from './post.ts';
import { postAccrualReversal } from './post-reversal.ts';

function aNewLot(id: string, points: number, days: number | null = 30): NewLot {
  const expiresAt = days === null ? null : daysLater(days);
  return { id, points, promotionCode: 'base', activeFrom: NOW, expiresAt };
}

test('an accrual opens its lots and adds up', () => {
  const posted = postAccrual(aState(), [aNewLot('a', 70), aNewLot('b', 30)], aCause());
  assert.equal(posted.account.balance, 100);
  assert.equal(posted.entry?.amount, 100);
  assert.equal(posted.entry?.seq, 1);
  assert.deepEqual(remaining(posted), { a: 70, b: 30 });
});

test('an accrual repays debt before it reaches the balance', () => {
  const posted = postAccrual(aState([], { debt: 40 }), [aNewLot('a', 100)], aCause());
  assert.deepEqual([posted.account.balance, posted.account.debt], [60, 0]);
  assert.deepEqual(remaining(posted), { a: 60 });
  assert.equal(posted.entry?.amount, 100);
});

test('debt leaves alone what is spared, and may come along with the points', () => {
  const cause = { ...aCause(), spared: 90, owed: 7 };
  const posted = postAccrual(aState([], { debt: 40 }), [aNewLot('a', 100)], cause);
  assert.deepEqual([posted.account.balance, posted.account.debt], [90, 37]);
  assert.equal(posted.entry?.amount, 93);
});

test('a lot of another origin keeps it', () => {
  const from = { earnedAt: instant(1), receiptId: null, partnerCode: 'q', funderCode: 'f' };
  const posted = postAccrual(aState(), [{ ...aNewLot('a', 1), ...from }], aCause());
  const { earnedAt, receiptId, partnerCode, funderCode } = posted.lots[0] ?? {};
  assert.deepEqual({ earnedAt, receiptId, partnerCode, funderCode }, from);
});

test('points that are not active yet are counted as unspendable until they wake', () => {
  const later = { ...aNewLot('a', 50), activeFrom: daysLater(1) };
  const posted = postAccrual(aState(), [later, aNewLot('b', 20)], aCause());
  assert.deepEqual([posted.account.balance, posted.account.unspendable], [70, 50]);
  assert.equal(posted.account.changesAt, NOW + DAY);
});

test('a redemption draws from the lot that burns first, the never-burning last', () => {
  const lots = [aNewLot('never', 50, null), aNewLot('late', 50, 60), aNewLot('soon', 50, 10)];
  const posted = postRedemption(postAccrual(aState(), lots, aCause()), 120, aCause());
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
  const later = { ...aNewLot('a', 50), activeFrom: daysLater(1) };
  const earned = postAccrual(aState(), [later], aCause());
  assert.throws(() => postRedemption(earned, 1, aCause()));
});

test('what a redemption lacks may be lent', () => {
  const earned = postAccrual(aState(), [aNewLot('a', 50)], aCause());
  const posted = postRedemption(earned, 60, { ...aCause(), loanMax: 10 });
  assert.deepEqual([posted.account.balance, posted.account.debt], [0, 10]);
  assert.equal(posted.entry?.amount, -60);
  assert.throws(() => postRedemption(earned, 61, { ...aCause(), loanMax: 10 }));
});

test('a burnt lot repays nothing', () => {
  const burnt = { ...aNewLot('late', 1000), expiresAt: instant(NOW - 1) };
  const late = postAccrual(aState([], { debt: 100 }), [burnt], aCause());
  assert.deepEqual([late.account.balance, late.account.debt], [1000, 100]);
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

test('whatever is posted, balance − debt is the sum of entries and the lots are the balance', () => {
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 40 }), (steps) => {
      let state: AccountState = aState();
      let sum = 0;
      for (const [place, step] of steps.entries()) {
        const posted = play(state, step, place);
        sum += posted.entry?.amount ?? 0;
        state = posted;
        const { balance, debt, seq, unspendable } = state.account;
        assert.equal(balance - debt, sum);
        assert.equal(
          state.lots.reduce((all, lot) => all + lot.remaining, 0),
          balance,
        );
        assert.ok(balance >= 0 && debt >= 0 && unspendable === 0);
        assert.ok(balance === 0 || debt === 0, 'debt is repaid before a balance grows');
        assert.ok(seq <= place + 1);
      }
    }),
  );
});

function play(state: AccountState, step: Step, place: number): Posted {
  const cause = aCause({ receiptId: `r${place}` });
  if (step.kind === 'earn') {
    return postAccrual(state, [aNewLot(`l${place}`, step.points, step.days)], cause);
  }
  if (step.kind === 'take-back') {
    return postAccrualReversal(state, step.points, aCause({ receiptId: 'r0' }));
  }
  const able = state.lots
    .filter((lot) => isSpendable(lot, { now: NOW, isExpirySuspended: false }))
    .reduce((all, lot) => all + lot.remaining, 0);
  if (able === 0) return { ...state, entry: null };
  return postRedemption(state, Math.min(able, step.points), cause);
}
