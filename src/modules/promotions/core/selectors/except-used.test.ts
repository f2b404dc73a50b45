import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { decide, discountsOf } from '../../testing/decide.ts';
import { pickOf } from '../../testing/try-builders.ts';
import { TOUCHED_BEFORE, TOUCHED_NOW } from '../basket/slices.ts';
import { exceptUsed } from './except-used.ts';

const lines = [{ sku: 'tea', quantityMilli: 2000 }, { sku: 'milk' }];
const late = (phase: number) =>
  aPromotion({ code: 'late', phase, select: { selector: 'except-used', params: {} } });

test('goods of promotions of this phase are still there, those of earlier ones are not', () => {
  const { targets } = pickOf(
    exceptUsed,
    {},
    {
      lines: [...lines, { sku: 'soap' }],
      change: ({ slices }) => slices.state.set([TOUCHED_NOW, TOUCHED_BEFORE, 0]),
    },
  );
  assert.deepEqual(targets, [2, 0, 1]);
});

test('units that an earlier promotion used are left out, whatever it gave on them', () => {
  const early = aPromotion({
    code: 'early',
    phase: 2,
    select: {
      selector: 'every-nth-unit',
      params: { number: 2, order: 'as-scanned', skus: ['tea'] },
    },
    then: [{ effect: 'fixed-price', params: { priceKopecks: 9000 } }],
  });
  const facts = aReceipt({ lines });
  // One tea is its target, the other its companion: only milk is left for 10 % off.
  assert.deepEqual(discountsOf(decide([early, late(4)], facts)), { early: 1000, late: 1000 });
  assert.deepEqual(discountsOf(decide([late(4)], facts)), { late: 3000 });
});

test('a promotion that gave nothing has used nothing', () => {
  const idle = aPromotion({
    code: 'idle',
    phase: 2,
    then: [{ effect: 'fixed-price', params: { priceKopecks: 99_999 } }],
  });
  const decision = decide([idle, late(4)], aReceipt({ lines }));
  assert.deepEqual(discountsOf(decision), { late: 3000 });
});
