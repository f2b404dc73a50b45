import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kopecks } from '#shared/money.ts';
import { aReceipt, type ReceiptWish } from '../../testing/builders.ts';
import { givenBy, type TryWish } from '../../testing/try-builders.ts';
import { earnPercent } from './earn-percent.ts';

const pair = [{ priceKopecks: 1999 }, { priceKopecks: 1999 }];
const pointsOf = (params: object, wish: TryWish) => givenBy(earnPercent, params, wish).points;
const earned = (params: object, receipt: ReceiptWish) =>
  pointsOf(params, { facts: aReceipt(receipt) })[0]?.points;

test('the share is taken of the total once, at the price of a point', () => {
  const five = { rateBasisPoints: 500 };
  assert.equal(earned(five, { lines: pair }), 199);
  assert.equal(earned(five, { lines: pair, kopecksPerPoint: { num: 100, den: 1 } }), 1);
  assert.equal(earned(five, { lines: pair, kopecksPerPoint: { num: 1, den: 2 } }), 399);
  assert.equal(earned(five, { lines: pair, kopecksPerPoint: { num: 3, den: 1 } }), 66);
});

test('points that pay for nothing have no price to earn by; neither have unknown ones', () => {
  const wish = { lines: pair, kopecksPerPoint: { num: 0, den: 1 } };
  assert.equal(earned({ rateBasisPoints: 500 }, wish), undefined);
  assert.equal(earned({ rateBasisPoints: 500, currencyCode: 'miles' }, { lines: pair }), undefined);
});

test('points are shared out as the money is, and live as the promotion says', () => {
  const params = { rateBasisPoints: 1000, activeAfterDays: 2, lifetimeDays: 30 };
  const lines = [{ priceKopecks: 100 }, { priceKopecks: 205 }, { grossKopecks: 0 }];
  const [grant] = pointsOf(params, { lines });
  assert.deepEqual(grant?.bySlice, [10, 20, 0]);
  assert.equal(grant?.currencyCode, 'bonus');
  assert.deepEqual(grant?.lifetime.params, { activeAfterDays: 2, lifetimeDays: 30 });
});

test('money paid by points earns nothing, unless the promotion names another sum', () => {
  const wish: TryWish = {
    lines: [{}],
    change: ({ slices }) => {
      slices.price.set([8000]);
      slices.paid.set([3000]);
    },
  };
  for (const [base, points] of [
    [undefined, 500],
    ['gross', 1000],
    ['after-discounts', 800],
    ['paid-by-points', 300],
  ] as const) {
    const params = { rateBasisPoints: 1000, ...(base === undefined ? {} : { base }) };
    assert.equal(pointsOf(params, wish)[0]?.points, points, base);
  }
});

test('the money paid by some methods may be what earns', () => {
  const payments = [
    { method: 'sbp', kopecks: kopecks(1) },
    { method: 'card', kopecks: kopecks(3) },
  ];
  const params = { rateBasisPoints: 1000, base: 'paid-by', methods: ['sbp'] };
  assert.equal(earned(params, { payments }), 250);
  assert.equal(earnPercent.problems({ rateBasisPoints: 1, base: 'paid-by' })[0]?.field, 'methods');
});

test('a rate may differ by line: the products are added up before they are rounded', () => {
  const lines = [150, 250, 0].map((rate) => ({ priceKopecks: 30, attributes: { rate } }));
  const [grant] = pointsOf({ rateBasisPoints: { attribute: 'rate' } }, { lines });
  // 0.45 + 0.75 + 0.
  assert.equal(grant?.points, 1);
  assert.deepEqual(grant?.bySlice, [0, 1, 0]);
});

test('a rate is 1,000 % at most, and a total 10¹³', () => {
  const lines = [{ attributes: { rate: 999_999 } }];
  assert.equal(pointsOf({ rateBasisPoints: { attribute: 'rate' } }, { lines })[0]?.points, 100_000);
  const dear = { lines: [{ grossKopecks: 9_000_000_000_000 }] };
  assert.equal(earned({ rateBasisPoints: 100_000 }, dear), 10_000_000_000_000);
});
