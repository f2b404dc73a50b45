import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatRoubles, parseTillLine } from './till-line.ts';

test('a typed line is read exactly, with point or comma', () => {
  const cases = [
    ['milk-25:2:94.90', { sku: 'milk-25', quantityMilli: 2000, priceKopecks: 9490 }],
    ['cheese:0,35:899', { sku: 'cheese', quantityMilli: 350, priceKopecks: 89_900 }],
    ['a:b:1:1.1', { sku: 'a:b', quantityMilli: 1000, priceKopecks: 110 }],
  ] as const;
  for (const [text, line] of cases) assert.deepEqual(parseTillLine(text), line);
});

test('what is no line is not read', () => {
  for (const text of ['', 'milk', 'milk:1', 'milk:x:1', 'milk:0:1', 'milk:1:1.234', 'milk:-1:5']) {
    assert.equal(parseTillLine(text), undefined, text);
  }
});

test('kopecks are shown as roubles', () => {
  assert.deepEqual([0, 5, 9490, -150].map(formatRoubles), ['0.00', '0.05', '94.90', '-1.50']);
});
