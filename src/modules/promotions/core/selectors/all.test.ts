import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, pickOf } from '../../testing/builders.ts';
import { all } from './all.ts';

test('all picks every line whole, and nothing from an empty receipt', () => {
  const receipt = aReceipt({ lines: [{ quantityMilli: 2000 }, { quantityMilli: 350 }] });
  assert.deepEqual(pickOf(all, {}, receipt), [2000, 350]);
  assert.equal(pickOf(all, {}, aReceipt({ lines: [] })), null);
});
