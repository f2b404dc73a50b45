import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../testing/builders.ts';
import { openBasket } from './basket.ts';
import { redeem } from './redemption.ts';

type Wish = NonNullable<Parameters<typeof aReceipt>[0]>;
const pay = (wish: Wish, redeemable: readonly number[]) => {
  const basket = openBasket(aReceipt({ lines: redeemable.map(() => ({})), ...wish }));
  redeemable.forEach((kopecks, i) => {
    basket.redeemableKopecks[i] = kopecks;
  });
  const { pointsMax, points, kopecksByLine, pointsByLine } = redeem(basket);
  return { pointsMax, points, kopecksByLine, pointsByLine, payable: basket.payableKopecks };
};

test('without a rule that allows it, points pay for nothing', () => {
  const { pointsMax, points, payable } = pay({ spend: 500, available: 500 }, [0]);
  assert.deepEqual({ pointsMax, points, payable }, { pointsMax: 0, points: 0, payable: [10_000] });
});

test('points are spent within what is asked for, what is there and what is allowed', () => {
  for (const [spend, available, allowed, points, pointsMax] of [
    [500, 9000, 3000, 500, 3000],
    [5000, 9000, 3000, 3000, 3000],
    [5000, 700, 3000, 700, 700],
    [0, 700, 3000, 0, 700],
  ] as const) {
    const paid = pay({ spend, available }, [allowed]);
    assert.deepEqual([paid.points, paid.pointsMax], [points, pointsMax]);
  }
});

test('the money is spread over the lines by what points may pay for', () => {
  const paid = pay({ spend: 100, available: 100 }, [3000, 0, 1500]);
  assert.deepEqual(paid.kopecksByLine, [67, 0, 33]);
  assert.deepEqual(paid.pointsByLine, [67, 0, 33]);
  assert.deepEqual(paid.payable, [9933, 10_000, 9967]);
});

test('no point is taken that pays for nothing', () => {
  const paid = pay({ spend: 100, available: 100, kopecksPerPoint: { num: 1, den: 3 } }, [5000]);
  assert.equal(paid.points, 99);
  assert.deepEqual(paid.kopecksByLine, [33]);
});

test('no point is missing for the money that it pays', () => {
  const paid = pay({ spend: 3, available: 3, kopecksPerPoint: { num: 2, den: 3 } }, [1]);
  assert.deepEqual([paid.points, paid.kopecksByLine], [2, [1]]);
});

test('a point dearer than what is left cannot be split', () => {
  const paid = pay({ spend: 9, available: 9, kopecksPerPoint: { num: 100, den: 1 } }, [250]);
  assert.deepEqual([paid.points, paid.kopecksByLine], [2, [200]]);
});

test('an anonymous buyer and points without a price pay for nothing', () => {
  assert.equal(pay({ spend: 9, available: 9, member: null }, [250]).pointsMax, 0);
  const worthless = { num: 0, den: 1 };
  assert.equal(pay({ spend: 9, available: 9, kopecksPerPoint: worthless }, [250]).pointsMax, 0);
});
