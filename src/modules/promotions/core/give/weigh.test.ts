import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, type LineWish } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';

/** Points on each line of one promotion that earns. */
function pointsByLine(
  then: { effect: string; params: Record<string, unknown> },
  lines: LineWish[],
) {
  const promotion = aPromotion({ code: 'p', phase: 8, then: [then] });
  const decision = decide([promotion], aReceipt({ lines }));
  return decision.lines.map((line) => line.accruals.reduce((all, one) => all + one.points, 0));
}

const worth = (p: number): LineWish => ({ attributes: { p } });
const perUnit = { effect: 'earn-fixed', params: { points: { attribute: 'p' }, per: 'unit' } };
const perKilogram = {
  effect: 'earn-fixed',
  params: { points: { attribute: 'p' }, per: 'kilogram' },
};

test('each line counts by its own factor', () => {
  const lines = [
    { ...worth(5), quantityMilli: 2000 },
    { ...worth(7), quantityMilli: 3000 },
  ];
  assert.deepEqual(pointsByLine(perUnit, lines), [10, 21]);
});

test('products beyond the safe integers are cut to what can be given, and do not stop a till', () => {
  const pieces = { ...worth(5_000_000_000), quantityMilli: 2_000_000 };
  assert.deepEqual(pointsByLine(perKilogram, [pieces]), [10_000_000_000_000]);
  const many = { ...worth(5_000_000_000_000), quantityMilli: 2_000_000 };
  assert.deepEqual(pointsByLine(perUnit, [many]), [10_000_000_000_000]);
});

test('what is beyond them is shared out exactly', () => {
  // 9.5·10¹² and 3 kopecks at 10 %: 949 999 999 999.9 and 0.3 of a point, one is left to the larger part.
  const rated = {
    effect: 'earn-percent',
    params: { rateBasisPoints: { attribute: 'p' }, base: 'gross' },
  };
  const lines = [
    { ...worth(1000), grossKopecks: 9_499_999_999_999 },
    { ...worth(1000), grossKopecks: 3 },
  ];
  assert.deepEqual(pointsByLine(rated, lines), [950_000_000_000, 0]);
});

test('bands of a receipt at the bounds are counted to the point', () => {
  const bands = [{ from: 0, rateBasisPoints: 100_000 }];
  const effect = { effect: 'earn-bands', params: { bands, base: 'gross' } };
  const facts = aReceipt({
    lines: [{ grossKopecks: 9_007_199_254_650 }],
    kopecksPerPoint: { num: 100, den: 1 },
  });
  const [line] = decide([aPromotion({ phase: 8, then: [effect] })], facts).lines;
  assert.equal(line?.accruals[0]?.points, 900_719_925_465);
});
