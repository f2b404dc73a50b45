import assert from 'node:assert/strict';
import { appendFileSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { temporaryDataDir } from '../../../../tests/support/temporary-folder.ts';
import { anchorFile } from './anchor-file.ts';

test('lines are appended, and a line that a crash has torn is cut off', () => {
  const file = anchorFile(temporaryDataDir());
  assert.equal(file.last(), undefined);
  file.append(['{"number":1}', '{"number":2}']);
  assert.equal(file.last(), '{"number":2}');
  appendFileSync(file.path, '{"numb');
  assert.equal(file.last(), '{"number":2}');
  file.append(['{"number":3}']);
  assert.equal(readFileSync(file.path, 'utf8'), '{"number":1}\n{"number":2}\n{"number":3}\n');
});

test('a file that holds nothing but a torn line has no last one', () => {
  const file = anchorFile(temporaryDataDir());
  appendFileSync(file.path, '{"numb');
  assert.equal(file.last(), undefined);
  file.append(['a']);
  assert.equal(readFileSync(file.path, 'utf8'), 'a\n');
});
