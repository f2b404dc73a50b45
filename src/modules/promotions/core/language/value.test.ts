import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBasket } from '../../testing/basket.ts';
import { aReceipt } from '../../testing/builders.ts';
import { fixedValue } from './value.ts';

test('a number is itself on any receipt and line, and reads nothing', () => {
  const value = fixedValue(250);
  assert.equal(value.at(aBasket(aReceipt({ lines: [] })), null, -1), 250);
  assert.equal(value.at(aBasket(aReceipt()), null, 0), 250);
  assert.deepEqual([value.fixed, value.isPerLine, value.readsSelection], [250, false, false]);
});

test('0 is a number as good as any', () => {
  assert.equal(fixedValue(0).fixed, 0);
});
