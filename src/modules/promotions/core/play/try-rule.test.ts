import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aPromotion,
  aReceipt,
  linesOf,
  type PromotionWish,
  percentOff,
  type ReceiptWish,
} from '../../testing/builders.ts';
import { decide, pointsOf } from '../../testing/decide.ts';
import type { Limit } from '../language/limit-shape.ts';

const limit = (more: Partial<Limit>): Limit => ({
  code: 'l',
  unit: 'kopecks',
  subject: 'promotion',
  period: 'receipt',
  max: 100_000,
  ...more,
});
const decided = (wish: PromotionWish, receipt: ReceiptWish = {}) =>
  decide([aPromotion({ code: 'a', ...wish })], aReceipt(receipt));
const coupon = (quantity: unknown, emissionCode = 'spring') => ({
  effect: 'issue-coupon',
  params: { emissionCode, quantity },
});
const earn = (points: number) => ({ effect: 'earn-fixed', params: { points, per: 'receipt' } });
const nothing = { effect: 'fixed-price', params: { priceKopecks: 999_999 } };
const COFFEE_AND_TEA = { lines: linesOf(['coffee', 10_000], ['tea', 5000]) };
const threeForTwo = {
  selector: 'n-plus-m',
  params: { paidUnits: 2, freeUnits: 1, cheapest: 'of-each-group' },
};

test('money beyond a limit is cut in proportion to what is off', () => {
  const { lines, verdicts } = decided({ limits: [limit({ max: 1000 })] }, COFFEE_AND_TEA);
  // 1,000 and 500 off, 1,000 left for both: 666.67 and 333.33.
  assert.deepEqual(
    lines.map(({ discountKopecks }) => discountKopecks),
    [667, 333],
  );
  assert.deepEqual(verdicts.list, [[0, 11, 1000, 1]]);
});

test('of several gifts of points the last loses first', () => {
  const limits = [limit({ unit: 'points', max: 12 })];
  const decision = decided({ phase: 8, then: [earn(5), earn(9), earn(4)], limits });
  assert.deepEqual(pointsOf(decision), [
    ['a', 5],
    ['a', 7],
  ]);
});

test('coupons are cut from the last, and a record says how many are left', () => {
  const limits = [limit({ unit: 'coupons', max: 5 })];
  const { effects } = decided({ then: [coupon(3), coupon(4, 'summer'), coupon(1)], limits });
  assert.deepEqual(
    effects.map((one) => [one['emissionCode'], one['quantity']]),
    [
      ['spring', 3],
      ['summer', 2],
    ],
  );
});

for (const unit of ['kopecks', 'points', 'coupons'] as const) {
  test(`a limit of ${unit} that stops leaves nothing of anything`, () => {
    const limits = [limit({ unit, max: 2, reaction: 'stop' })];
    const wish =
      unit === 'points'
        ? { phase: 8, then: [earn(3), coupon(1)] }
        : { then: [percentOff(1000), coupon(3)] };
    const decision = decided({ ...wish, limits });
    assert.deepEqual(decision.verdicts.list, [[0, 7, 0]]);
    assert.deepEqual([decision.effects, decision.accruals], [[], []]);
  });
}

test('each limit works on what the one before left', () => {
  const limits = [limit({ code: 'x', unit: 'units', max: 1 }), limit({ code: 'y', max: 400 })];
  const { verdicts, lines } = decided({ limits }, COFFEE_AND_TEA);
  assert.deepEqual(verdicts.list, [[0, 11, 400, 1]]);
  assert.equal(lines[1]?.discountKopecks, 0);
});

test('the first limit that leaves nothing is told', () => {
  const limits = [
    limit({}),
    limit({ code: 'x', unit: 'units', max: 0 }),
    limit({ code: 'y', max: 0 }),
  ];
  assert.deepEqual(decided({ limits }).verdicts.list, [[0, 7, 1]]);
});

test('limits on sets come first of all, wherever they are written, and rule the selection', () => {
  const limits = [
    limit({ code: 'x', unit: 'units', max: 2 }),
    limit({ code: 's', unit: 'sets', max: 1 }),
  ];
  const nine = { lines: [{ quantityMilli: 9000, priceKopecks: 100 }] };
  const wish = { phase: 3, select: threeForTwo, then: [percentOff(10_000)] };
  assert.equal(decided(wish, nine).discountKopecks, 300);
  // One group of three: one free unit, so two units of the other limit are never needed.
  assert.deepEqual(decided({ ...wish, limits }, nine).verdicts.list, [[0, 11, 100, 1]]);
  assert.deepEqual(
    decided({ ...wish, limits: [limit({ unit: 'sets', max: 0 })] }, nine).verdicts.list,
    [[0, 7, 0]],
  );
  assert.deepEqual(
    decided({ ...wish, limits: [limit({ unit: 'sets', max: 2, reaction: 'stop' })] }, nine).verdicts
      .list,
    [[0, 7, 0]],
  );
});

test('an alarm cuts nothing', () => {
  const limits = [
    limit({ max: 1, reaction: 'alarm' }),
    limit({ code: 'u', unit: 'units', max: 0, reaction: 'alarm' }),
  ];
  assert.deepEqual(decided({ limits }).verdicts.list, [[0, 11, 1000, 0]]);
});

test('something to do stands only beside a gift that came to something', () => {
  assert.deepEqual(decided({ then: [nothing, coupon(1)] }).verdicts.list, [[0, 8, 1]]);
  assert.equal(decided({ then: [percentOff(1), coupon(1)] }).effects.length, 1);
});

test('something to do goes with the money that a limit took away', () => {
  const decision = decided({ then: [percentOff(1000), coupon(1)], limits: [limit({ max: 0 })] });
  assert.deepEqual(decision.effects, []);
  assert.deepEqual(decision.verdicts.list, [[0, 7, 0]]);
});

test('things to do alone are always an effect, given goods to stand on', () => {
  assert.deepEqual(decided({ then: [coupon({ minus: [1, 1] })] }).verdicts.list, [[0, 11, 0, 0]]);
  const none = { selector: 'cheapest-units', params: { count: 1, minUnits: 5 } };
  assert.deepEqual(decided({ select: none, then: [coupon(1)] }).verdicts.list, [[0, 8, 0]]);
});

test('on an event points per receipt and things to do need no goods, points per unit do', () => {
  const event = { trigger: 'coupon.used', lines: [] } as const;
  const on = (wish: PromotionWish) => decided({ trigger: 'coupon.used', phase: 8, ...wish }, event);
  assert.deepEqual(pointsOf(on({ then: [earn(5)] })), [['a', 5]]);
  assert.equal(on({ then: [coupon(1)] }).effects.length, 1);
  const perUnit = { effect: 'earn-fixed', params: { points: 5, per: 'unit' } };
  assert.deepEqual(on({ then: [perUnit] }).verdicts.list, [[0, 8, 0]]);
});

test('above a threshold effects see only what exceeds it, spread over the goods', () => {
  const select = { selector: 'above-threshold', params: { thresholdKopecks: 9000 } };
  const { lines } = decided({ phase: 4, select, then: [percentOff(1000)] }, COFFEE_AND_TEA);
  // 60.00 above: 40.00 of coffee and 20.00 of tea, 10 % of each.
  assert.deepEqual(
    lines.map(({ discountKopecks }) => discountKopecks),
    [400, 200],
  );
});

test('effects of one promotion start from one price, and later ones lose when a floor is met', () => {
  const price = (priceKopecks: number) => ({ effect: 'fixed-price', params: { priceKopecks } });
  assert.equal(decided({ then: [percentOff(1000), price(9500)] }).discountKopecks, 1500);
  const twice = decided(
    { then: [percentOff(7000), percentOff(7000)] },
    { lines: [{ minPriceKopecks: 1000 }] },
  );
  assert.equal(twice.discountKopecks, 9000);
});
