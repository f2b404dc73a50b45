import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothingWrong } from './report.ts';
import { filesLike, lineAt, type SourceFile } from './tree.ts';

// Spelt in parts, so that this file does not find itself.
const MARKS = new RegExp(
  `\\b(${['FIX' + 'ME', 'TO' + 'DO', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`,
  'g',
);

function problemsOf(file: SourceFile): string[] {
  return [...file.text.matchAll(MARKS)].map(
    (match) => `${file.path}:${lineAt(file.text, match.index)}: ${match[0]} left behind`,
  );
}

test('nothing is left for later in the code or the docs', () => {
  const files = filesLike(/^(src|web|db|tests|tools|bench|docs)\/|^[^/]+\.(md|json|cjs|toml)$/);
  nothingWrong(files.filter((file) => file.path !== 'package-lock.json').flatMap(problemsOf));
});

/** A test that silences its neighbours, or itself without saying why. */
const SILENCED = /\b(test|it|describe|suite)\.(only|skip|todo)\b|\b(only|skip|todo): true\b/g;

test('no test silences others, and none is skipped without a reason', () => {
  const files = filesLike(/\.test\.tsx?$/).filter((file) => !file.path.startsWith('tools/tidy/'));
  const problems = files.flatMap((file) =>
    [...file.text.matchAll(SILENCED)].map(
      (match) => `${file.path}:${lineAt(file.text, match.index)}: ${match[0]}`,
    ),
  );
  nothingWrong(problems);
});

test('a mark left behind is seen', () => {
  assert.equal(problemsOf({ path: 'a.ts', text: `// ${'TO' + 'DO'}: later` }).length, 1);
});
