import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCursor, encodeCursor } from './cursor.ts';

const patterns = ['integer', /^[a-z]+$/] as const;

test('a cursor gives back the key it was made of', () => {
  assert.deepEqual(decodeCursor(encodeCursor([1_700_000_000_000, 'bonus']), patterns), [
    '1700000000000',
    'bonus',
  ]);
});

test('no cursor means the first page', () => {
  assert.equal(decodeCursor(undefined, patterns), undefined);
});

test('a cursor of another list, a broken one and a forged one are refused', () => {
  const forged = [encodeCursor([1]), encodeCursor(['1', 'bonus']), encodeCursor([1, 'B']), '%', ''];
  for (const text of forged) {
    assert.throws(() => decodeCursor(text, patterns), { code: 'bad-cursor' });
  }
});

test('a moment that no calendar has is refused', () => {
  for (const moment of [-1, 1.5, 9e15]) {
    assert.throws(() => decodeCursor(encodeCursor([moment]), ['moment']), { code: 'bad-cursor' });
  }
});
