import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothingWrong } from './report.ts';
import { filesLike, lineAt, type SourceFile } from './tree.ts';

/** Somebody's home or working folder in a file that everybody gets. */
const HOMES = /(?<![\w.$}])\/(?:home|Users|work|root)\/[\w.-]+/g;

function problemsOf(file: SourceFile): string[] {
  return [...file.text.matchAll(HOMES)].map(
    (match) => `${file.path}:${lineAt(file.text, match.index)}: names ${match[0]}`,
  );
}

test('no file names a folder of the machine it was written on', () => {
  const files = filesLike(/./).filter(
    (file) => !file.path.startsWith('tools/tidy/machine-is-not-named'),
  );
  nothingWrong(files.flatMap(problemsOf));
});

test('a path of a home folder is seen', () => {
  assert.equal(problemsOf({ path: 'a.ts', text: "open('/home/anna/kopilka')" }).length, 1);
  assert.equal(problemsOf({ path: 'a.ts', text: "get('/members/home/anna')" }).length, 0);
});
