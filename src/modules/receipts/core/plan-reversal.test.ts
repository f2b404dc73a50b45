import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { planReversal, type SoldLine } from './plan-reversal.ts';

const cheese: SoldLine = {
  lineNo: 1,
  quantityMilli: 2000,
  payableKopecks: 39_980,
  redeemedPoints: 3,
  accruals: [
    { currencyCode: 'bonus', points: 11 },
    { currencyCode: 'bonus', points: 11 },
  ],
};

const whole = new Map([[1, 2000]]);

test('half of a line gives half of its money and keeps half of its points, rounded down', () => {
  const verdict = planReversal([cheese], whole, [{ lineNo: 1, quantityMilli: 1000 }]);
  assert.ok(verdict.isGood);
  assert.equal(verdict.reversal.refundKopecks, 19_990);
  assert.deepEqual(verdict.reversal.takenBack, [{ currencyCode: 'bonus', points: 12 }]);
  assert.equal(verdict.reversal.returnedPoints, 2);
  assert.equal(verdict.reversal.lines[0]?.remainingMilli, 1000);
});

test('more than is left is refused with what is left', () => {
  const verdict = planReversal([cheese], new Map([[1, 500]]), [{ lineNo: 1, quantityMilli: 501 }]);
  assert.deepEqual(verdict, {
    isGood: false,
    code: 'return-exceeds-purchase',
    path: '/lines/0/quantityMilli',
    remainingMilli: 500,
  });
});

test('a line that was not sold is refused', () => {
  const verdict = planReversal([cheese], whole, [{ lineNo: 2, quantityMilli: 1 }]);
  assert.ok(!verdict.isGood && verdict.code === 'unknown-line');
});

test('returns in any portions add up to the line exactly', () => {
  const portions = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(portions, fc.nat(100_000), fc.nat(999), (parts, payableKopecks, points) => {
      const quantityMilli = parts.reduce((a, b) => a + b, 0);
      const line = {
        ...cheese,
        quantityMilli,
        payableKopecks,
        accruals: [{ currencyCode: 'b', points }],
      };
      let left = quantityMilli;
      let refund = 0;
      let taken = 0;
      for (const part of parts) {
        const verdict = planReversal([line], new Map([[1, left]]), [
          { lineNo: 1, quantityMilli: part },
        ]);
        assert.ok(verdict.isGood);
        refund += verdict.reversal.refundKopecks;
        taken += verdict.reversal.takenBack[0]?.points ?? 0;
        left -= part;
      }
      assert.deepEqual([refund, taken, left], [payableKopecks, points, 0]);
    }),
  );
});
