import assert from 'node:assert/strict';
import { dirname, join } from 'node:path/posix';
import { test } from 'node:test';
import { nothingWrong } from './report.ts';
import { textOf } from './tree.ts';

const STORY = 'src/modules/receipts/confirm-receipt.ts';
const TOUR = 'docs/tour.md';
const ROOTS: Readonly<Record<string, string>> = {
  '#shared/': 'src/shared/',
  '#platform/': 'src/platform/',
  '#modules/': 'src/modules/',
};

/** The files that a story imports, types included, in the order in which it names them. */
function importsOf(story: string, text: string): string[] {
  return [...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)';/gm)].flatMap((match) => {
    const name = match[1] ?? '';
    if (name.startsWith('.')) return [join(dirname(story), name)];
    const root = Object.keys(ROOTS).find((prefix) => name.startsWith(prefix));
    return root === undefined ? [] : [`${ROOTS[root]}${name.slice(root.length)}`];
  });
}

/** The source files that a page links to, in order, each at its first place only. */
function linksOf(page: string, text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map((match) => match[1] ?? '')
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => join(dirname(page), link))
    .filter((path) => path.startsWith('src/') && path.endsWith('.ts') && path !== STORY);
  return [...new Set(links)];
}

test("the tour's stops are the imports of confirm-receipt.ts, in order", () => {
  const story = textOf(STORY);
  const tour = textOf(TOUR);
  if (story === undefined || tour === undefined)
    return nothingWrong([`${STORY} or ${TOUR} is missing`]);
  assert.deepEqual(linksOf(TOUR, tour), importsOf(STORY, story));
});

test('imports and links are read in the order in which they stand', () => {
  const text =
    "import type { A } from '#shared/a.ts';\nimport {\n  b,\n} from './sql/b.ts';\nimport x from 'pg';\n";
  assert.deepEqual(importsOf(STORY, text), ['src/shared/a.ts', 'src/modules/receipts/sql/b.ts']);
  const tour =
    '[a](../src/shared/a.ts) [b](../src/modules/receipts/sql/b.ts#L3) [a](../src/shared/a.ts)';
  assert.deepEqual(linksOf(TOUR, tour), ['src/shared/a.ts', 'src/modules/receipts/sql/b.ts']);
});
