import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, linesOf } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import type { Limit } from '../language/limit-shape.ts';

const LIMIT: Limit = { code: 'few', unit: 'skus', subject: 'receipt', period: 'receipt', max: 1 };
const lines = linesOf(['tea', 100], ['milk', 200], ['tea', 300], ['soap', 400]);
const decided = (limit: Partial<Limit>) =>
  decide([aPromotion({ limits: [{ ...LIMIT, ...limit }] })], aReceipt({ lines }));
const offOf = (limit: Partial<Limit>) =>
  decided(limit).lines.map(({ discountKopecks }) => discountKopecks);

test('goods that are in stay in; different ones come in while there is room', () => {
  assert.deepEqual(offOf({ max: 1 }), [10, 0, 30, 0]);
  assert.deepEqual(offOf({ max: 2 }), [10, 20, 30, 0]);
  assert.deepEqual(offOf({ max: 3 }), [10, 20, 30, 40]);
});

test('no room is a limited promotion; too little stops one that wants all or nothing', () => {
  assert.deepEqual(decided({ max: 0 }).verdicts.list, [[0, 7, 0]]);
  assert.deepEqual(decided({ max: 2, reaction: 'stop' }).verdicts.list, [[0, 7, 0]]);
  assert.deepEqual(decided({ max: 3, reaction: 'stop' }).verdicts.list, [[0, 11, 100, 0]]);
  assert.deepEqual(decided({ max: 2 }).verdicts.list, [[0, 11, 60, 1]]);
});

test('different goods are counted once, however many lines they have', () => {
  const { limitUses } = decided({ subject: 'promotion', period: 'offer', max: 9 });
  assert.deepEqual(
    limitUses.map(({ amount }) => amount),
    [3],
  );
});
