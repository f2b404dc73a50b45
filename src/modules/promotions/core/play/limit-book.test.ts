import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBasket } from '../../testing/basket.ts';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { compileLimits } from '../compile/compile-limits.ts';
import type { Limit } from '../language/limit-shape.ts';
import {
  countUse,
  countUseOnLine,
  ENDLESS,
  newLimitBook,
  roomOf,
  roomOnLine,
  usedHere,
} from './limit-book.ts';

function limitOf(more: Partial<Limit> = {}) {
  const limit: Limit = {
    code: 'l',
    unit: 'kopecks',
    subject: 'member',
    period: 'day',
    max: 100,
    ...more,
  };
  const [compiled] = compileLimits(aPromotion({ code: 'a', limits: [limit] }), new Set(['a/l']));
  assert.ok(compiled !== undefined);
  return compiled;
}

for (const [what, more, used, here, room] of [
  ['nothing used', {}, 0, 0, 100],
  ['some used before', {}, 30, 0, 70],
  ['some used before and here', {}, 30, 50, 20],
  ['more used than there was', {}, 130, 0, 0],
  ['a period of the receipt, used before by others', { period: 'receipt' }, 30, 50, 50],
  ['no room from the start', { max: 0 }, 0, 0, 0],
] as const) {
  test(`with ${what} ${room} of 100 are left`, () => {
    const book = newLimitBook();
    if (here > 0) countUse(book, 'a/l', here);
    const basket = aBasket(aReceipt({ limitUsed: { 'a/l': used } }));
    assert.equal(roomOf(book, limitOf(more), basket), room);
  });
}

for (const [subject, max, room] of [
  ['member', 5, ENDLESS],
  ['household', 5, ENDLESS],
  ['card', 5, ENDLESS],
  ['member', 0, 0],
  ['store', 5, 5],
] as const) {
  test(`a limit of ${max} per ${subject} leaves an anonymous buyer ${room}`, () => {
    const basket = aBasket(aReceipt({ member: null }));
    assert.equal(roomOf(newLimitBook(), limitOf({ subject, max }), basket), room);
  });
}

test('uses of one key add up, other keys are untouched', () => {
  const book = newLimitBook();
  assert.equal(usedHere(book, 'k'), 0);
  countUse(book, 'k', 3);
  countUse(book, 'k', 4);
  assert.deepEqual([usedHere(book, 'k'), usedHere(book, 'x')], [7, 0]);
});

test('each line has a room of its own', () => {
  const book = newLimitBook();
  const limit = limitOf({ subject: 'line', period: 'receipt' });
  countUseOnLine(book, 'a/l', { line: 1, amount: 60, lines: 3 });
  countUseOnLine(book, 'a/l', { line: 1, amount: 70, lines: 3 });
  countUseOnLine(book, 'a/l', { line: 2, amount: 10, lines: 3 });
  assert.deepEqual(
    [0, 1, 2].map((line) => roomOnLine(book, limit, line)),
    [100, 0, 90],
  );
});
