import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refillLots } from './refill-lots.ts';

const drawn = [
  { id: 'soon', amount: 50 },
  { id: 'late', amount: 30 },
];

test('the last lot to be drawn from is refilled first', () => {
  const cases: [number, number, { id: string; amount: number }[]][] = [
    [0, 10, [{ id: 'late', amount: 10 }]],
    [
      0,
      40,
      [
        { id: 'late', amount: 30 },
        { id: 'soon', amount: 10 },
      ],
    ],
    [
      10,
      30,
      [
        { id: 'late', amount: 20 },
        { id: 'soon', amount: 10 },
      ],
    ],
    [35, 45, [{ id: 'soon', amount: 45 }]],
    [80, 0, []],
  ];
  for (const [given, points, expected] of cases) {
    assert.deepEqual(refillLots(drawn, given, points), expected, `${given} + ${points}`);
  }
});

test('more than was spent cannot come back', () => {
  assert.throws(() => refillLots(drawn, 70, 11));
});
