import { test } from 'node:test';
import { nothingWrong } from './report.ts';
import { filesLike, lineAt, textOf } from './tree.ts';

// Spelt in parts, so that this file does not find itself.
const REGISTRY_HOST = new RegExp(
  `\\b(registry\\.${'npm'}[a-z]*\\.[a-z]+|${'npm'}mirror\\.com|${'yarn'}pkg\\.com)`,
  'g',
);

test('the lock file resolves through whatever registry the machine uses', () => {
  const lock = textOf('package-lock.json') ?? '';
  const lines = lock
    .split('\n')
    .flatMap((line, at) => (line.includes('"resolved"') ? [at + 1] : []));
  nothingWrong(lines.map((line) => `package-lock.json:${line}: a resolved address`));
});

test('npm is told to leave resolved addresses out', () => {
  const npmrc = filesLike(/^\.npmrc$/)[0]?.text ?? '';
  nothingWrong(
    /^omit-lockfile-registry-resolved=true$/m.test(npmrc) ? [] : ['.npmrc lost the setting'],
  );
});

test('no file names the host of a package registry', () => {
  const problems = filesLike(/./).flatMap((file) =>
    [...file.text.matchAll(REGISTRY_HOST)].map(
      (match) => `${file.path}:${lineAt(file.text, match.index)}: names ${match[0]}`,
    ),
  );
  nothingWrong(problems);
});
