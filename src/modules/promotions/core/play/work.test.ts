import assert from 'node:assert/strict';
import { test } from 'node:test';
import { present } from '#shared/assert.ts';
import { aPromotion } from '../../testing/builders.ts';
import { aDeck } from '../../testing/decide.ts';
import { newWork, ruleAt, takeSeat } from './work.ts';

const deck = aDeck([
  aPromotion({ code: 'a' }),
  aPromotion({ code: 'b', stacking: { priority: 1 } }),
]);
const rule = (number: number) => present(deck.rules[number], 'rule');

test('a promotion is found by its place in the order of play', () => {
  const work = newWork(deck);
  assert.deepEqual([ruleAt(work, 0).code, ruleAt(work, 1).code], ['b', 'a']);
  assert.throws(() => ruleAt(work, 2), /promotion in play/);
});

test('a seat that is taken again knows nothing of who sat there', () => {
  const work = newWork(deck);
  const seat = takeSeat(work, 0, rule(0));
  Object.assign(seat, {
    isStanding: true,
    isWinner: true,
    outbidBy: rule(1),
    lines: new Uint8Array(1),
    plan: { sets: 1, stretches: [] },
    search: { value: 1, proved: true, gapKopecks: 0, promotionCodes: ['a'] },
  });
  const again = takeSeat(work, 0, rule(1));
  assert.equal(again, seat);
  assert.equal(again.rule.code, 'b');
  assert.partialDeepStrictEqual(again, {
    isStanding: false,
    isWinner: false,
    outbidBy: null,
    lines: null,
    plan: null,
    search: null,
  });
});

test('two seats are tried on one receipt apart', () => {
  const work = newWork(deck);
  const [first, second] = [takeSeat(work, 0, rule(0)), takeSeat(work, 1, rule(1))];
  assert.notEqual(first.trial, second.trial);
  assert.equal(first.trial.basket, second.trial.basket);
});
