import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testCluster } from '../../tests/support/cluster.ts';
import { runDemo } from './run.ts';

test('a short day through a real server ends with right books and a summary in JSON', async () => {
  const written: string[] = [];
  const exitCode = await runDemo({
    receipts: 150,
    seed: 'short',
    isJson: true,
    databaseUrl: await testCluster(),
    out: { write: (text) => written.push(text) },
    signal: new AbortController().signal,
  });
  const result = JSON.parse(written.at(-1) ?? '');
  assert.deepEqual(result.reasons, []);
  assert.equal(exitCode, 0);
  assert.equal(result.unexpectedRefusals, 0);
  assert.equal(result.balanceDifferences, 0);
  assert.ok(result.receipts > 140 && result.receipts <= 150, String(result.receipts));
  assert.ok(result.earnedPoints > 0 && result.discountKopecks > 0);
});

test('a demo that is interrupted leaves at once with 130', async () => {
  const stop = new AbortController();
  stop.abort();
  const exitCode = await runDemo({
    receipts: 150,
    seed: 'short',
    isJson: false,
    databaseUrl: await testCluster(),
    out: { write: () => true },
    signal: stop.signal,
  });
  assert.equal(exitCode, 130);
});
