import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gather } from './gather.ts';

test('what comes in while a batch is under way makes the next batch', async () => {
  const batches: number[][] = [];
  const double = gather(async (items: readonly number[]) => {
    batches.push([...items]);
    await new Promise((resolve) => setImmediate(resolve));
    return items.map((item) => item * 2);
  }, 3);
  const results = await Promise.all([1, 2, 3, 4, 5].map(double));
  assert.deepEqual(results, [2, 4, 6, 8, 10]);
  assert.deepEqual(batches, [[1], [2, 3, 4], [5]]);
});

test('a batch that fails fails its own items only', async () => {
  let calls = 0;
  const ask = gather(async (items: readonly number[]) => {
    calls += 1;
    if (calls === 1) throw new Error('gone');
    return items;
  }, 10);
  const first = ask(1);
  const second = ask(2);
  await assert.rejects(first, /gone/);
  assert.equal(await second, 2);
});
