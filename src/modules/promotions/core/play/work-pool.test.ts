import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion } from '../../testing/builders.ts';
import { aDeck } from '../../testing/decide.ts';
import { borrowWork, returnWork } from './work-pool.ts';

test('a working space that was given back is lent again', () => {
  const deck = aDeck([aPromotion()]);
  const first = borrowWork(deck);
  returnWork(first);
  assert.equal(borrowWork(deck), first);
});

test('while one is out, the next borrower gets another, and the first stays the one that is kept', () => {
  const deck = aDeck([aPromotion()]);
  const [first, second] = [borrowWork(deck), borrowWork(deck)];
  assert.notEqual(first, second);
  returnWork(second);
  returnWork(first);
  assert.equal(borrowWork(deck), first);
});

test('decks share no working space', () => {
  const [a, b] = [aDeck([aPromotion()]), aDeck([aPromotion()])];
  const [ofA, ofB] = [borrowWork(a), borrowWork(b)];
  assert.deepEqual([ofA.deck, ofB.deck], [a, b]);
});
