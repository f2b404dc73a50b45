import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothingWrong } from './report.ts';
import { filesLike, type SourceFile } from './tree.ts';

const COLUMN = /^ {2}(\w+) [a-z0-9_]+(\[\])?[ ,]|^ {2}(\w+) [a-z0-9_]+(\[\])?$/;
const KEYWORDS = /^ {2}(primary|foreign|unique|check|constraint)\b/;

/** A column that may be null says in the comment above it what null means. */
function problemsOf(file: SourceFile): string[] {
  const lines = file.text.split('\n');
  let isInTable = false;
  return lines.flatMap((line, at) => {
    if (/^create table .*\($/.test(line)) isInTable = true;
    if (line.startsWith(')')) isInTable = false;
    if (!isInTable || !COLUMN.test(line) || KEYWORDS.test(line)) return [];
    if (/\bnot null\b|\bprimary key\b/.test(line)) return [];
    return /^ {2}-- .*\bnull\b/.test(lines[at - 1] ?? '')
      ? []
      : [`${file.path}:${at + 1}: ${line.trim()}`];
  });
}

test('a column that may be null says what null means', () => {
  nothingWrong(filesLike(/^db\/migrations\/.*\.sql$/).flatMap(problemsOf));
});

test('a column that may be null without a word is seen', () => {
  const table = (column: string) => `create table a.b (\n${column}\n  id uuid primary key\n);`;
  const count = (column: string) => problemsOf({ path: 'm.sql', text: table(column) }).length;
  assert.equal(count('  note text,'), 1);
  assert.equal(count('  -- null: nobody said\n  note text,'), 0);
  assert.equal(count('  note text not null,'), 0);
});
