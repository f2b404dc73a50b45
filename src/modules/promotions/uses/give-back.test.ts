import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Aftermath } from './aftermath.ts';
import { givenBack, type ReturnedLine } from './give-back.ts';

const shares = () => 'proportional' as const;

const use = (unit: string, amount: number) => ({
  promotionCode: 'a',
  unit,
  amount,
  meter: unit,
  isShared: true,
  subjectCode: '',
  start: 0,
});
const AFTERMATH: Aftermath = {
  limitUses: [use('kopecks', 100), use('points', 10), use('times', 1), use('units', 3)],
  counters: [{ promotionCode: 'a', meter: 'c', start: 0, op: 'increase', amount: 4, no: 1 }],
  effects: [
    { effect: 'issue-coupon', promotionCode: 'a', phase: 9, quantity: 2 },
    { effect: 'limit-low', promotionCode: 'a', phase: 9 },
  ],
};
const lines = (beforeMilli: number, afterMilli: number): ReturnedLine[] => [
  {
    lineNo: 1,
    soldMilli: 3000,
    grossKopecks: 3000,
    beforeMilli,
    afterMilli,
    discounts: [{ promotionCode: 'a', kopecks: 100 }],
    accruals: [{ promotionCode: 'a', points: 10 }],
  },
  {
    lineNo: 2,
    soldMilli: 1000,
    grossKopecks: 500,
    beforeMilli: 0,
    afterMilli: 0,
    discounts: [],
    accruals: [],
  },
];
const amounts = (before: number, after: number) =>
  givenBack(AFTERMATH, lines(before, after), shares).uses.map(
    ({ unit, amount }) => `${unit} ${amount}`,
  );

test('a part of the goods gives back its part of money, points and units', () => {
  assert.deepEqual(amounts(0, 1000), ['kopecks 33', 'points 3', 'units 1']);
  assert.deepEqual(amounts(1000, 2000), ['kopecks 33', 'points 3', 'units 1']);
});

test("the last of a promotion's goods gives back all that is left", () => {
  assert.deepEqual(amounts(2000, 3000), ['kopecks 34', 'points 4', 'times 1', 'units 1']);
  const { changes, effects } = givenBack(AFTERMATH, lines(0, 3000), shares);
  assert.deepEqual(
    changes.map(({ back, isWhole }) => [back, isWhole]),
    [[4, true]],
  );
  assert.deepEqual(effects, [
    {
      effect: 'cancel-effect',
      promotionCode: 'a',
      phase: 9,
      effectOf: 'a',
      of: 'origin',
      cancelled: { effect: 'issue-coupon', promotionCode: 'a', phase: 9, quantity: 2 },
    },
  ]);
});

test('a return of other goods gives nothing back', () => {
  const other = lines(0, 0).map((line) =>
    line.lineNo === 2 ? { ...line, afterMilli: 1000 } : line,
  );
  assert.deepEqual(givenBack(AFTERMATH, other, shares), { uses: [], changes: [], effects: [] });
});

test('what a promotion keeps on returns is not given back', () => {
  const kept = givenBack(AFTERMATH, lines(0, 3000), () => 'keep');
  assert.deepEqual(kept, { uses: [], changes: [], effects: [] });
});
