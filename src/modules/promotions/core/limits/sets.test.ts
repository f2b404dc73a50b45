import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import type { Limit } from '../language/limit-shape.ts';
import type { Promotion } from '../language/rule.ts';

const LIMIT: Limit = { code: 'few', unit: 'sets', subject: 'member', period: 'month', max: 2 };
const facts = aReceipt({
  lines: [90, 80, 70, 60, 50, 40].map((priceKopecks) => ({ priceKopecks })),
});
const SELECT: NonNullable<Promotion['select']> = {
  selector: 'n-plus-m',
  params: { paidUnits: 1, freeUnits: 1, cheapest: 'of-all' },
};
const promotionOf = (limit: Partial<Limit>, select = SELECT) =>
  aPromotion({
    phase: 3,
    select,
    then: [{ effect: 'percent-off', params: { rateBasisPoints: 10_000 } }],
    limits: [{ ...LIMIT, ...limit }],
  });
const offOf = (limit: Partial<Limit>, used = 0) =>
  decide([promotionOf(limit)], { ...facts, limitUsed: { 'ten-off/few': used } }).lines.flatMap(
    ({ lineNo, discountKopecks }) => (discountKopecks > 0 ? [[lineNo, discountKopecks]] : []),
  );

test('goods are selected anew for as many groups as there is room for', () => {
  assert.deepEqual(offOf({ max: 3 }), [
    [4, 60],
    [5, 50],
    [6, 40],
  ]);
  assert.deepEqual(offOf({ max: 2 }), [
    [5, 50],
    [6, 40],
  ]);
  assert.deepEqual(offOf({ max: 2 }, 1), [[6, 40]]);
});

test('no room is a limited promotion, and so is too little where it stops', () => {
  const verdict = (limit: Partial<Limit>) => decide([promotionOf(limit)], facts).verdicts.list[0];
  assert.deepEqual(verdict({ max: 0 }), [0, 7, 0]);
  assert.deepEqual(verdict({ max: 2, reaction: 'stop' }), [0, 7, 0]);
  assert.deepEqual(verdict({ max: 3, reaction: 'stop' }), [0, 11, 150, 0]);
  assert.deepEqual(verdict({ max: 2 }), [0, 11, 90, 1]);
});

test('sets are searched for within the room; those that are made are reported', () => {
  const select = {
    selector: 'sets',
    params: { components: [{ filter: { skus: ['bread'] }, count: 2 }] },
  };
  const { limitUses, lines, searches } = decide([promotionOf({ max: 2 }, select)], facts);
  assert.deepEqual(
    lines.map(({ discountKopecks }) => discountKopecks),
    [90, 80, 70, 60, 0, 0],
  );
  assert.deepEqual(
    limitUses.map(({ amount }) => amount),
    [2],
  );
  assert.partialDeepStrictEqual(searches, [{ value: 300, proved: true }]);
});
