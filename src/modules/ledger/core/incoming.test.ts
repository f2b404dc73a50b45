import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LifetimeRule } from '#shared/lifetime.ts';
import { aCause, aLot, aState, daysLater, NOW, SOMEBODY } from '../testing/builders.ts';
import { openBook } from './book.ts';
import { termsWithDefaults } from './currency-terms.ts';
import { bringIn, incomingLot, incomingProblem, lotFacts } from './incoming.ts';
import type { OperationContext } from './operation.ts';
import { ACCOUNT_POINTS_MAX } from './params.ts';
import { workIn } from './work.ts';

const DATED: LifetimeRule = {
  activation: { when: 'at-once' },
  expiry: { when: 'date', date: '2026-02-30' },
};
const SHORT: LifetimeRule = {
  activation: { when: 'at-once' },
  expiry: { when: 'after', count: 3, unit: 'day', from: 'accrual', endOf: 'none', slides: true },
};

const context: OperationContext = {
  cause: aCause(),
  zone: 'Europe/Moscow',
  termsOf: () => termsWithDefaults({ lifetime: SHORT }),
  exchangeOf: () => undefined,
  newLotId: () => 'n',
  earlier: [],
  transit: undefined,
};

function aWork(balance: number, debt = 0) {
  const lots = balance === 0 ? [] : [aLot({ amount: balance })];
  const { account } = aState(lots, { debt });
  const book = openBook({ bucket: 1, memberId: SOMEBODY }, { accounts: [account], lots });
  return workIn(book, 'bonus', context);
}

test('points come in until the account is full', () => {
  const work = aWork(ACCOUNT_POINTS_MAX - 10);
  assert.equal(incomingProblem(work, { points: 10 }), undefined);
  assert.equal(incomingProblem(work, { points: 11 })?.code, 'points-out-of-range');
});

test('a lifetime with a day that does not exist is refused', () => {
  assert.equal(incomingProblem(aWork(0), { points: 1, lifetime: DATED })?.code, 'unreal-date');
});

test("a lot lives by its own rule, or else by the currency's", () => {
  const incoming = { points: 5, promotionCode: 'base' };
  const lot = incomingLot(aWork(0), incoming, 'n');
  assert.equal(lot.expiresAt, daysLater(3));
  assert.equal(lot.lifetime, JSON.stringify(SHORT));
  const never: LifetimeRule = { ...SHORT, expiry: { when: 'never' } };
  const other = incomingLot(aWork(0), { ...incoming, lifetime: never, funderCode: 'f' }, 'n');
  assert.deepEqual([other.expiresAt, other.lifetime, other.funderCode], [null, null, 'f']);
  assert.deepEqual(lotFacts(other), {
    lotId: 'n',
    activeFrom: new Date(NOW).toISOString(),
    awaits: null,
    expiresAt: null,
  });
});

test('an answer says how much went into debt', () => {
  const work = aWork(0, 4);
  const decided = bringIn(work, { points: 5, promotionCode: 'x' }, { context, kind: 'credit' });
  assert.ok(decided.isGood);
  assert.deepEqual([decided.result.points, decided.result.repaidPoints], [5, 4]);
  assert.equal(work.book.entries[0]?.kind, 'credit');
});
