import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openProgress } from './progress.ts';

test('off a terminal one line is written per tenth of the way', () => {
  const written: string[] = [];
  const progress = openProgress(100, { write: (text) => written.push(text) }, () => 0);
  for (let done = 1; done <= 100; done += 1) progress.at(done, `${done} receipts`);
  progress.end();
  assert.equal(written.length, 10);
  assert.equal(written[0], ' 10% 10 receipts\n');
  assert.equal(written[9], '100% 100 receipts\n');
});

test('on a terminal the bar redraws at most ten times a second and ends full', () => {
  const written: string[] = [];
  let now = 0;
  const output = { write: (text: string) => written.push(text), isTTY: true, columns: 60 };
  const progress = openProgress(1000, output, () => now);
  for (let done = 1; done <= 1000; done += 1) {
    now += 1;
    progress.at(done, 'receipts');
  }
  progress.end();
  assert.ok(written.length <= 13, String(written.length));
  assert.match(written.at(-2) ?? '', /█{30} 100% receipts/u);
  assert.equal(written.at(-1), '\n');
});
