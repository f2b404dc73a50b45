import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aWorld } from '../../testing/world.ts';

const RATE = { fromPoints: 3, toPoints: 2, feeBasisPoints: 500 };

function aMember(exchange: typeof RATE | undefined = RATE) {
  const terms = { bonus: {}, stars: { loanPointsMax: 10 } };
  const member = aWorld({ terms, ...(exchange === undefined ? {} : { exchange }) }).member();
  member.good('credit', { currencyCode: 'bonus', points: 100, reasonCode: 'x' });
  return member;
}

function deal(points: number) {
  return { fromCode: 'bonus', toCode: 'stars', points };
}

test('points of one currency become points of another, less the fee, rounded down', () => {
  const member = aMember();
  const { lotId, ...result } = member.good('exchange', deal(100));
  assert.deepEqual(result, { points: 100, feePoints: 5, toPoints: 63 });
  assert.deepEqual([member.account().balance, member.account('stars').balance], [0, 63]);
  assert.equal(member.lots('stars')[0]?.id, lotId);
  assert.deepEqual(member.entries(1), [
    ['exchange-out', -95],
    ['fee', -5],
    ['exchange-in', 63],
  ]);
  assert.equal(member.book.entries[1]?.memo, 'bonus:100>stars:63');
});

test('what comes of an exchange repays debt in its currency', () => {
  const member = aMember();
  member.good('spend', { currencyCode: 'stars', points: 10 });
  member.good('exchange', deal(100));
  assert.deepEqual([member.account('stars').balance, member.account('stars').debt], [53, 0]);
});

test('an exchange for nothing, of too much, or without a rate is refused', () => {
  const member = aMember();
  assert.equal(member.refused('exchange', deal(1)).code, 'exchange-too-small');
  assert.equal(member.refused('exchange', deal(101)).code, 'insufficient-points');
  assert.equal(
    member.refused('exchange', { ...deal(9), toCode: 'bonus' }).code,
    'exchange-not-allowed',
  );
  assert.equal(
    member.refused('exchange', { ...deal(9), toCode: 'moons' }).code,
    'unknown-currency',
  );
  const generous = aMember({ ...RATE, toPoints: 1_000_000_000_000 });
  assert.equal(generous.refused('exchange', deal(100)).code, 'points-out-of-range');
});

test('a pair that has no rate is not exchanged', () => {
  const member = aWorld({ terms: { bonus: {}, stars: {} } }).member();
  assert.equal(member.refused('exchange', deal(9)).code, 'exchange-not-allowed');
});
