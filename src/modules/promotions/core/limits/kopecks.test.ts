import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, linesOf, percentOff } from '../../testing/builders.ts';
import { decide, discountsOf } from '../../testing/decide.ts';
import type { Limit } from '../language/limit-shape.ts';

const LIMIT: Limit = {
  code: 'few',
  unit: 'kopecks',
  subject: 'promotion',
  period: 'offer',
  max: 1,
};
const facts = aReceipt({ lines: linesOf(['tea', 200], ['milk', 100]) });
const half = (limit: Partial<Limit>, code = 'half') =>
  aPromotion({ code, then: [percentOff(5000)], limits: [{ ...LIMIT, ...limit }] });
const offOf = (limit: Partial<Limit>) =>
  decide([half(limit)], facts).lines.map(({ discountKopecks }) => discountKopecks);

test('a discount beyond the room is shared out anew over the goods', () => {
  assert.deepEqual(offOf({ max: 150 }), [100, 50]);
  assert.deepEqual(offOf({ max: 149 }), [99, 50]);
  assert.deepEqual(offOf({ max: 100 }), [67, 33]);
  assert.deepEqual(offOf({ max: 1 }), [1, 0]);
});

test('a promotion that was cut says so; without any room it is limited', () => {
  const verdict = (limit: Partial<Limit>) => decide([half(limit)], facts).verdicts.list[0];
  assert.deepEqual(verdict({ max: 150 }), [0, 11, 150, 0]);
  assert.deepEqual(verdict({ max: 100 }), [0, 11, 100, 1]);
  assert.deepEqual(verdict({ max: 0 }), [0, 7, 0]);
  assert.deepEqual(verdict({ max: 149, reaction: 'stop' }), [0, 7, 0]);
  assert.deepEqual(verdict({ max: 150, reaction: 'stop' }), [0, 11, 150, 0]);
});

test('each line may have its own bound, which the period and the facts do not touch', () => {
  assert.deepEqual(offOf({ subject: 'line', max: 60 }), [60, 50]);
  assert.deepEqual(offOf({ subject: 'line', max: 20 }), [20, 20]);
  const used = { ...facts, limitUsed: { 'half/few': 999 } };
  const { discountKopecks, limitUses } = decide([half({ subject: 'line', max: 60 })], used);
  assert.deepEqual([discountKopecks, limitUses], [110, []]);
});

test('a budget is what is left of it', () => {
  const used = { ...facts, limitUsed: { 'half/few': 930 } };
  const { discountKopecks, limitUses } = decide([half({ max: 1000 })], used);
  assert.equal(discountKopecks, 70);
  assert.deepEqual(
    limitUses.map(({ amount, subject }) => [amount, subject]),
    [[70, 'promotion']],
  );
});

test('promotions that share a key spend one budget in order', () => {
  const limit = { key: 'pool', subject: 'campaign', max: 200 } as const;
  const decision = decide([half(limit, 'a'), half(limit, 'b')], facts);
  assert.deepEqual(discountsOf(decision), { a: 150, b: 50 });
  assert.deepEqual(decision.verdicts.list, [
    [0, 11, 150, 0],
    [1, 11, 50, 1],
  ]);
});

test('nobody wins a competition with money that it may not spend', () => {
  const stacking = { policy: 'best-for-buyer' } as const;
  const rich = {
    ...half({ max: 20 }, 'a-rich'),
    stacking: { group: 'g', priority: 0, ...stacking },
  };
  const poor = aPromotion({ code: 'b-poor', stacking: { group: 'g', ...stacking } });
  assert.deepEqual(discountsOf(decide([rich, poor], facts)), { 'b-poor': 30 });
});
