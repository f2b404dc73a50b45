import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusals } from '#shared/refusal.ts';
import { terminalLimiter } from './terminal-limits.ts';

const refuse = refusals({
  'unknown-phone': { status: 404, text: { ru: '', en: '' }, remedy: { ru: '', en: '' } },
});

test('a till may send 40 receipts at once and is then told to wait', () => {
  const limiter = terminalLimiter(1);
  for (let n = 0; n < 40; n += 1) limiter.admit('t', 'receipt');
  assert.throws(() => limiter.admit('t', 'receipt'), { code: 'rate-limited' });
  limiter.admit('another', 'receipt');
});

test('a till that names strangers again and again may sell, but names nobody for a while', async () => {
  const limiter = terminalLimiter(1);
  const miss = () => Promise.reject(refuse('unknown-phone'));
  for (let n = 0; n < 60; n += 1) {
    await assert.rejects(limiter.withBuyer('t', miss), { code: 'unknown-phone' });
  }
  await assert.rejects(limiter.withBuyer('t', miss), { code: 'rate-limited' });
  limiter.admit('t', 'receipt');
});

test('members that are found cost no misses', async () => {
  const limiter = terminalLimiter(1);
  for (let n = 0; n < 200; n += 1) {
    assert.equal(await limiter.withBuyer('t', () => Promise.resolve(n)), n);
  }
});

test('all sixty look-ups of a minute are answered, and then the till still sells', () => {
  const limiter = terminalLimiter(1);
  for (let n = 0; n < 60; n += 1) limiter.admit('t', 'lookup');
  assert.throws(() => limiter.admit('t', 'lookup'), { code: 'rate-limited' });
  limiter.admit('t', 'receipt');
});

test('with limits off nothing is counted', () => {
  const limiter = terminalLimiter(Number.POSITIVE_INFINITY);
  for (let n = 0; n < 1000; n += 1) limiter.admit('t', 'lookup');
});
