import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aWorld } from '../../testing/world.ts';

const DEBIT = { currencyCode: 'bonus', points: 150, reasonCode: 'fraud' };

function debited(debit: 'refuse' | 'to-zero' | 'allow') {
  const member = aWorld({ terms: { bonus: { debt: { debit } } } }).member();
  member.good('credit', { currencyCode: 'bonus', points: 100, reasonCode: 'x' });
  return member;
}

test('a debit beyond what is there follows the terms', () => {
  const refused = debited('refuse').refused('debit', DEBIT);
  assert.deepEqual(refused.details, { availablePoints: 100, loanPoints: 0 });
  assert.deepEqual(debited('to-zero').good('debit', DEBIT), { points: 100, debtPoints: 0 });
  const member = debited('allow');
  assert.deepEqual(member.good('debit', DEBIT), { points: 150, debtPoints: 50 });
  assert.deepEqual(member.entries(1), [['debit', -150]]);
  assert.equal(member.book.entries[1]?.memo, 'fraud');
});

test('when nothing is there, to zero takes nothing and says so', () => {
  const member = aWorld({ terms: { bonus: { debt: { debit: 'to-zero' } } } }).member();
  assert.deepEqual(member.good('debit', DEBIT), { points: 0, debtPoints: 0 });
  assert.deepEqual(member.entries(), []);
});
