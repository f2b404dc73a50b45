import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TSchema } from 'typebox';
import { Check } from 'typebox/value';
import {
  AMOUNT_MAX,
  CodeShape,
  KopecksShape,
  PointsShape,
  QuantityShape,
  UuidShape,
} from './schema.ts';

const words = { description: 'x' };

test('shapes take what lies inside their bounds and nothing else', () => {
  const cases: [TSchema, unknown[], unknown[]][] = [
    [KopecksShape(words), [0, AMOUNT_MAX], [-1, 0.5, AMOUNT_MAX + 1, '1', null]],
    [PointsShape(words), [0, 1], [-1, Number.POSITIVE_INFINITY]],
    [QuantityShape(words), [1, 1_000_000_000], [0, 1_000_000_001]],
    [CodeShape(words), ['a', 'A-1_b.c:d'], ['', 'a b', 'я', 'x'.repeat(65)]],
    [
      UuidShape(words),
      ['01a2021c-7fb4-78f3-8add-74e95e6ef853'],
      ['01a2021c-7fb4-48f3-8add-74e95e6ef853', '01A2021C-7FB4-78F3-8ADD-74E95E6EF853'],
    ],
  ];
  for (const [shape, good, bad] of cases) {
    for (const value of good) assert.ok(Check(shape, value), String(value));
    for (const value of bad) assert.ok(!Check(shape, value), String(value));
  }
});
