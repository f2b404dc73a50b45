import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawOf } from './chance.ts';

test('a draw is fixed by its seed for ever', () => {
  assert.deepEqual(['', 'receipt|promotion', 'кириллица'].map(drawOf), [6689, 2571, 518]);
});

test('draws of neighbouring seeds fill the range evenly', () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 10_000; i += 1) {
    const draw = drawOf(`receipt-${i}|promotion`);
    assert.ok(Number.isInteger(draw) && draw >= 0 && draw < 10_000);
    const place = Math.floor(draw / 1000);
    tenths[place] = (tenths[place] ?? 0) + 1;
  }
  assert.ok(
    tenths.every((count) => count > 880 && count < 1120),
    String(tenths),
  );
});
