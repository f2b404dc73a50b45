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

test('a till that asks for strangers again and again is not answered any more', async () => {
  const limiter = terminalLimiter(1);
  const miss = () => Promise.reject(refuse('unknown-phone'));
  for (let n = 0; n < 60; n += 1) await assert.rejects(limiter.counting('t', miss));
  assert.throws(() => limiter.admit('t', 'receipt'), { code: 'rate-limited' });
});

test('with limits off nothing is counted', () => {
  const limiter = terminalLimiter(Number.POSITIVE_INFINITY);
  for (let n = 0; n < 1000; n += 1) limiter.admit('t', 'lookup');
});
