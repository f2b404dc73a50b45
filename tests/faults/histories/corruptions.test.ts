import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkHistory } from './check.ts';
import { CORRUPTIONS } from './corruptions.ts';
import { imaginedHistory } from './imagined.ts';

const sound = imaginedHistory('sound', 400);

test('the checkers have nothing to say about a sound history', () => {
  for (let number = 0; number < 20; number += 1) {
    assert.deepEqual(checkHistory(imaginedHistory(`sound-${number}`, 120)).findings, []);
  }
});

for (const [name, { rule, corrupt }] of Object.entries(CORRUPTIONS)) {
  test(`the checkers see ${name}`, () => {
    const { findings } = checkHistory(corrupt(sound));
    const seen = findings.filter((finding) => finding.startsWith(`${rule}`));
    assert.notEqual(seen.length, 0, findings.slice(0, 3).join('\n'));
  });
}
