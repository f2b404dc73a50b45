import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, type LineWish } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import type { Limit } from '../language/limit-shape.ts';
import { answerOf, answerOfOutcome } from './limit-walk.ts';

/** A third off 30.00 each: what is off per line, and the verdict. */
function limited(more: Partial<Limit>, lines: LineWish[]) {
  const limit: Limit = {
    code: 'l',
    unit: 'units',
    subject: 'receipt',
    period: 'receipt',
    max: 3,
    ...more,
  };
  const off = { effect: 'amount-off', params: { amountKopecks: 1000, per: 'unit' } };
  const decision = decide(
    [aPromotion({ then: [off], limits: [limit] })],
    aReceipt({ lines: lines.map((line) => ({ priceKopecks: 3000, ...line })) }),
  );
  return {
    off: decision.lines.map(({ discountKopecks }) => discountKopecks),
    verdict: decision.verdicts.list[0]?.slice(1),
  };
}
const TWO_AND_TWO = [{ quantityMilli: 2000 }, { quantityMilli: 2000 }];

test('units are kept in order while they fit', () => {
  assert.deepEqual(limited({}, TWO_AND_TWO), { off: [2000, 1000], verdict: [11, 3000, 1] });
});

test('within the limit nothing is cut', () => {
  assert.deepEqual(limited({ max: 4 }, TWO_AND_TWO), { off: [2000, 2000], verdict: [11, 4000, 0] });
});

test('a unit that does not fit is passed over, and a smaller one behind it is kept', () => {
  const lines = [
    { quantityMilli: 1500, isWeighed: true },
    { quantityMilli: 900, isWeighed: true },
    { quantityMilli: 700, isWeighed: true },
  ];
  // 1.5 kg does not fit into 1 kg, 0.9 kg does, 0.7 kg then no longer.
  const { off } = limited({ unit: 'milli', max: 1000 }, lines);
  assert.deepEqual(off, [0, 900, 0]);
});

test('with stop all or nothing stays', () => {
  assert.deepEqual(limited({ reaction: 'stop' }, TWO_AND_TWO), { off: [0, 0], verdict: [7, 0] });
  assert.deepEqual(limited({ reaction: 'stop', max: 4 }, TWO_AND_TWO).off, [2000, 2000]);
});

test('no room leaves nothing', () => {
  assert.deepEqual(limited({ max: 0 }, TWO_AND_TWO), { off: [0, 0], verdict: [7, 0] });
});

test('a limit of a line begins anew on each', () => {
  const lines = [{ quantityMilli: 3000 }, { quantityMilli: 1000 }, { quantityMilli: 3000 }];
  assert.deepEqual(limited({ subject: 'line', max: 2 }, lines).off, [2000, 1000, 2000]);
});

for (const [isStop, kept, lost, answer] of [
  [false, 3, 0, 'within'],
  [true, 3, 0, 'within'],
  [false, 2, 1, 'cut'],
  [true, 2, 1, 'nothing'],
  [false, 0, 3, 'nothing'],
] as const) {
  test(`${kept} kept and ${lost} lost ${isStop ? 'with' : 'without'} stop is ${answer}`, () => {
    assert.equal(answerOf(isStop, kept, lost), answer);
  });
}

test('an outcome that is cut is nothing with stop only', () => {
  assert.deepEqual([answerOfOutcome(true), answerOfOutcome(false)], ['nothing', 'cut']);
});
