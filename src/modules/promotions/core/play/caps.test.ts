import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aPromotion,
  aReceipt,
  goodsOf,
  linesOf,
  type PromotionWish,
  percentOff,
} from '../../testing/builders.ts';
import { decide, discountsOf } from '../../testing/decide.ts';
import type { Settings } from '../language/settings.ts';

/** Coffee 100.00 and tea 50.00; X takes 20 % off coffee, then Y 10 % off everything. */
const FACTS = aReceipt({ lines: linesOf(['coffee', 10_000], ['tea', 5000]) });
type Stacking = NonNullable<PromotionWish['stacking']>;
const pair = (x: Stacking, y: Stacking) => [
  aPromotion({
    code: 'x',
    select: goodsOf('coffee'),
    then: [percentOff(2000)],
    stacking: { priority: 2, ...x },
  }),
  aPromotion({ code: 'y', stacking: { priority: 1, ...y } }),
];
const decided = (stacking: Stacking, settings: Partial<Settings> = {}) =>
  decide(pair(stacking, stacking), FACTS, { settings });

test('last-first: who came last loses first, and one that lost all is capped', () => {
  const decision = decided({ capBasisPoints: 1000 });
  assert.deepEqual(discountsOf(decision), { x: 1500 });
  assert.deepEqual(decision.verdicts.list, [
    [0, 11, 1500, 2],
    [1, 10],
  ]);
});

test('in proportion: all lose alike, by the largest remainder', () => {
  const decision = decided({ capBasisPoints: 1000, cutOrder: 'in-proportion' });
  // 2,000 too much of 2,000 + 1,500: 1,142.857 and 857.143 are cut.
  assert.deepEqual(discountsOf(decision), { x: 857, y: 643 });
  // Of Y 571.33 and 285.67 are cut, the odd kopeck from tea.
  assert.deepEqual(
    decision.lines.map(({ discountKopecks }) => discountKopecks),
    [857 + 429, 214],
  );
});

test('a cap that is not reached cuts nothing', () => {
  const decision = decided({ capBasisPoints: 2334 });
  assert.equal(decision.discountKopecks, 3500);
  assert.deepEqual(decision.verdicts.list[1], [1, 11, 1500, 0]);
});

test('an always-promotion is cut after all others, wherever it stands', () => {
  const cap = { capBasisPoints: 1000 };
  const decision = decide(pair({ ...cap, isAlways: true }, cap), FACTS);
  // Y 1,500, then X 20 % of 9,000: all of Y goes, then 300 of X.
  assert.deepEqual(discountsOf(decision), { x: 1500 });
});

test('the cap of a group is of the group’s base, not of the full price', () => {
  const half = aPromotion({ code: 'half', phase: 1, then: [percentOff(5000)] });
  const capped = aPromotion({
    code: 'z',
    then: [percentOff(5000)],
    stacking: { capBasisPoints: 1000 },
  });
  assert.deepEqual(discountsOf(decide([half, capped], FACTS)), { half: 7500, z: 750 });
});

test('each group is cut by its own cap alone', () => {
  const decision = decide(pair({ group: 'a', capBasisPoints: 500 }, { group: 'b' }), FACTS);
  // X is cut to 5 % of 150.00 on coffee, Y counts from what X left: 10 % of 92.50 and of 50.00.
  assert.deepEqual(discountsOf(decision), { x: 750, y: 925 + 500 });
});

test('the cap of a line cuts on that line only', () => {
  const decision = decided({}, { lineCapBasisPoints: 1500 });
  // Coffee: 3,000 off, 1,500 allowed: 1,000 of Y, then 500 of X. Tea: 500 off, 750 allowed.
  assert.deepEqual(discountsOf(decision), { x: 1500, y: 500 });
});

test('the cap of the receipt comes after those of the lines, and both follow the programme’s order', () => {
  const settings = { lineCapBasisPoints: 2000, receiptCapBasisPoints: 1000 } as const;
  const last = decided({}, settings);
  // Coffee to 2,000: Y loses 1,000 there. Then 2,500 to 1,500: 500 more of Y, 500 of X.
  assert.deepEqual(discountsOf(last), { x: 1500 });
  const shared = decided({}, { ...settings, cutOrder: 'in-proportion' });
  // Coffee: 1,000 of 2,000 + 1,000 are cut, 667 and 333. Left 1,333 and 667 + 500; 1,000 of 2,500 go: 533 and 467.
  assert.deepEqual(discountsOf(shared), { x: 800, y: 700 });
});

test('rounding comes after the caps and is beyond them', () => {
  const round = aPromotion({
    code: 'round',
    phase: 6,
    then: [{ effect: 'round-down-total', params: { stepKopecks: 1000 } }],
  });
  const decision = decide([...pair({}, {}), round], FACTS, {
    settings: { receiptCapBasisPoints: 1050 },
  });
  // 10.5 % of 150.00 is 15.75: 134.25 is left, and 4.25 more are rounded off.
  assert.deepEqual(discountsOf(decision), { x: 1575, round: 425 });
});

test('prices rise where they were lowered, in proportion to what is off', () => {
  const promotion = aPromotion({
    select: { selector: 'cheapest-units', params: { count: 1 } },
    then: [percentOff(10_000)],
    stacking: { capBasisPoints: 1000 },
  });
  const again = aPromotion({
    code: 'z',
    phase: 4,
    select: { selector: 'undiscounted', params: {} },
    then: [percentOff(1000)],
  });
  const decision = decide([promotion, again], aReceipt({ lines: [{ quantityMilli: 2000 }] }));
  // One of two units of 100.00 is free, cut to 20.00; the other is still undiscounted.
  assert.deepEqual(discountsOf(decision), { 'ten-off': 2000, z: 1000 });
});
