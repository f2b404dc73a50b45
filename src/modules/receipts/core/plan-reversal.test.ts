import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aSoldReceipt, type SoldWish } from '../testing/sold-receipt.ts';
import { type EarlierReturn, planReversal } from './plan-reversal.ts';

const cheese: SoldWish = {
  quantityMilli: 2000,
  payableKopecks: 39_980,
  redeemedPoints: 3,
  points: [11, 11],
};

test('half of a line gives half of its money and keeps half of its points, rounded down', () => {
  const verdict = planReversal(aSoldReceipt([cheese]), [], [{ lineNo: 1, quantityMilli: 1000 }]);
  assert.ok(verdict.isGood);
  assert.equal(verdict.reversal.refundKopecks, 19_990);
  assert.deepEqual(verdict.reversal.takenBack, [{ currencyCode: 'bonus', points: 12 }]);
  assert.equal(verdict.reversal.returnedPoints, 2);
  assert.equal(verdict.reversal.lines[0]?.remainingMilli, 1000);
});

test('more than is left is refused with what is left', () => {
  const earlier = [{ refundKopecks: 0, lines: [{ lineNo: 1, remainingMilli: 500 }] }];
  const wanted = [{ lineNo: 1, quantityMilli: 501 }];
  assert.deepEqual(planReversal(aSoldReceipt([cheese]), earlier, wanted), {
    isGood: false,
    code: 'return-exceeds-purchase',
    path: '/lines/0/quantityMilli',
    remainingMilli: 500,
  });
});

test('when all of it is back already there is nothing more to give', () => {
  const sold = aSoldReceipt([cheese]);
  const earlier = [{ refundKopecks: 39_980, lines: [{ lineNo: 1, remainingMilli: 0 }] }];
  assert.deepEqual(planReversal(sold, earlier, []), {
    isGood: true,
    reversal: { refundKopecks: 0, returnedPoints: 0, takenBack: [], lines: [] },
  });
});

test('a line that was not sold is refused', () => {
  const verdict = planReversal(aSoldReceipt([cheese]), [], [{ lineNo: 2, quantityMilli: 1 }]);
  assert.ok(!verdict.isGood && verdict.code === 'unknown-line');
});

test('money follows the lines that it was paid for', () => {
  const sold = aSoldReceipt([cheese, { ...cheese, payableKopecks: 1_000 }]);
  const verdict = planReversal(
    sold,
    [],
    [
      { lineNo: 2, quantityMilli: 1000 },
      { lineNo: 1, quantityMilli: 500 },
    ],
  );
  assert.ok(verdict.isGood);
  const refunds = verdict.reversal.lines.map((line) => [line.lineNo, line.refundKopecks]);
  assert.deepEqual(refunds, [
    [2, 500],
    [1, 9_995],
  ]);
});

test('returns in any portions add up to the line exactly', () => {
  const portions = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(portions, fc.nat(100_000), fc.nat(999), (parts, payableKopecks, points) => {
      const quantityMilli = parts.reduce((a, b) => a + b, 0);
      const sold = aSoldReceipt([{ ...cheese, quantityMilli, payableKopecks, points: [points] }]);
      const earlier: EarlierReturn[] = [];
      let taken = 0;
      for (const part of parts) {
        const verdict = planReversal(sold, earlier, [{ lineNo: 1, quantityMilli: part }]);
        assert.ok(verdict.isGood);
        earlier.push(verdict.reversal);
        taken += verdict.reversal.takenBack[0]?.points ?? 0;
      }
      const refund = earlier.reduce((all, one) => all + one.refundKopecks, 0);
      assert.deepEqual([refund, taken], [payableKopecks, points]);
    }),
  );
});
