import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothingWrong } from './report.ts';
import { filesLike, lineAt, type SourceFile } from './tree.ts';

/** Where the outside's time and randomness come in. */
const HOMES = /^src\/platform\/(clock|random)(\.test)?\.ts$/;
/** Salts, keys and secrets are the business of these; they never decide anything about points. */
const SECRETS = /^src\/platform\/(secrets|embedded-postgres)|^src\/modules\/access\//;
/** How long we wait for a process of the operating system, before there is an application to pass a clock. */
const PATIENT = /^src\/platform\/(embedded-postgres\/|processes|data-dir-lock)/;
const TIME = /\bDate\.now\(|\bnew Date\(\s*\)|\bTemporal\.Now\b/g;
const DICE = /\bMath\.random\(|\brandomUUID\(|\brandomBytes\(|\brandomInt\(|\bgetRandomValues\(/g;

function problemsOf(file: SourceFile): string[] {
  if (HOMES.test(file.path) || file.path.endsWith('.test.ts')) return [];
  const dice = SECRETS.test(file.path) ? [] : [...file.text.matchAll(DICE)];
  const time = PATIENT.test(file.path) ? [] : [...file.text.matchAll(TIME)];
  return [...time, ...dice].map(
    (match) =>
      `${file.path}:${lineAt(file.text, match.index)}: ${match[0]}… belongs to platform/clock.ts or random.ts`,
  );
}

test('only the platform adapters read the clock and throw dice', () => {
  nothingWrong(filesLike(/^src\/.*\.ts$/).flatMap(problemsOf));
});

test('a story that asks for the time itself is seen', () => {
  const text = 'const now = Date.now(); const id = randomUUID();';
  assert.equal(problemsOf({ path: 'src/modules/receipts/confirm-receipt.ts', text }).length, 2);
  assert.equal(problemsOf({ path: 'src/platform/clock.ts', text }).length, 0);
});
