import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { anyLine } from './any-line.ts';

const receipt = aReceipt({
  lines: [{ flags: ['marked', 'fresh'], params: { shelf: 'A', days: 3 } }, { sku: 'tea' }],
});

test('a line is known by its flags and params', () => {
  for (const [params, isMet] of [
    [{ lineFlags: ['marked'] }, true],
    [{ lineFlags: ['marked', 'frozen'] }, false],
    [{ exceptLineFlags: ['marked'], skus: ['bread'] }, false],
    [{ lineParams: [{ param: 'days', test: { op: 'le', value: 3 } }] }, true],
    [{ lineParams: [{ param: 'days', test: { op: 'lt', value: 3 } }] }, false],
    [{ lineParams: [{ param: 'constructor', test: { op: 'exists' } }] }, false],
    [{ skus: ['tea'] }, true],
  ] as const) {
    assert.equal(checkOf(anyLine, params, receipt) === null, isMet, JSON.stringify(params));
  }
});

test('a receipt without lines has no line of any kind', () => {
  assert.equal(checkOf(anyLine, {}, aReceipt({ lines: [] }))?.code, 'no-such-line');
  assert.equal(checkOf(anyLine, {}, receipt), null);
});
