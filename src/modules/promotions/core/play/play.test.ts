import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion } from '../../testing/builders.ts';
import { aDeck } from '../../testing/decide.ts';
import { lifetimeOf } from '../language/lifetime.ts';
import { clearPlays, isCapped, newPlayBook, openGiven, openPlay, playsFrom } from './play.ts';

const { rules } = aDeck([aPromotion({ code: 'a' }), aPromotion({ code: 'b' })]);

function ruleOf(code: string) {
  const rule = rules.find((one) => one.code === code);
  assert.ok(rule !== undefined);
  return rule;
}

test('records follow each other in order of play', () => {
  const book = newPlayBook();
  openPlay(book, ruleOf('b'), 2);
  openPlay(book, ruleOf('a'), 2);
  assert.deepEqual(
    playsFrom(book, 0).map(({ rule }) => rule.code),
    ['b', 'a'],
  );
  assert.deepEqual(
    playsFrom(book, 1).map(({ rule }) => rule.code),
    ['a'],
  );
  assert.deepEqual(playsFrom(book, 2), []);
});

test('a record that is used again knows nothing of the receipt before', () => {
  const book = newPlayBook();
  const first = openPlay(book, ruleOf('a'), 3);
  first.byLine.set([10, 20, 30]);
  Object.assign(first, { discount: 60, hadDiscount: true, isLimited: true, isCut: true });
  first.limitAmounts.push(1);
  first.search = { value: 1, proved: true, gapKopecks: 0, promotionCodes: ['a'] };
  clearPlays(book);
  const again = openPlay(book, ruleOf('b'), 2);
  assert.partialDeepStrictEqual(again, {
    discount: 0,
    hadDiscount: false,
    points: [],
    emissions: [],
    limitAmounts: [],
    isLimited: false,
    isCut: false,
    search: null,
  });
  assert.equal(again.rule.code, 'b');
  assert.deepEqual([...again.byLine.subarray(0, 2)], [0, 0]);
  assert.deepEqual(playsFrom(book, 0).length, 1);
});

test('a record has a place for each line, however long the receipt', () => {
  const book = newPlayBook();
  openPlay(book, ruleOf('a'), 1);
  clearPlays(book);
  assert.ok(openPlay(book, ruleOf('a'), 1000).byLine.length >= 1000);
});

for (const [hadDiscount, discount, capped] of [
  [true, 0, true],
  [true, 1, false],
  [false, 0, false],
] as const) {
  test(`with ${discount} left of ${hadDiscount ? 'a' : 'no'} discount it is ${capped ? '' : 'not '}capped`, () => {
    const play = openPlay(newPlayBook(), ruleOf('a'), 1);
    assert.equal(isCapped(Object.assign(play, { hadDiscount, discount })), capped);
  });
}

test('records of points are opened empty, long enough, and one by one', () => {
  const book = newPlayBook();
  const gift = (currencyCode: string) => ({ currencyCode, points: 5, lifetime: lifetimeOf({}) });
  const first = openGiven(book, gift('bonus'), 2);
  first.byLine.set([3, 2]);
  assert.notEqual(openGiven(book, gift('gems'), 2), first);
  clearPlays(book);
  const again = openGiven(book, gift('gems'), 2);
  assert.deepEqual(
    [again.currencyCode, again.points, ...again.byLine.subarray(0, 2)],
    ['gems', 5, 0, 0],
  );
  clearPlays(book);
  assert.ok(openGiven(book, gift('gems'), 1000).byLine.length >= 1000);
});
