import assert from 'node:assert/strict';
import { dirname, join } from 'node:path/posix';
import { test } from 'node:test';
import { nothingWrong } from './report.ts';
import { exists, filesLike, type SourceFile, textOf } from './tree.ts';

function problemsOf(page: SourceFile): string[] {
  const text = page.text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)].flatMap((match) => {
    const [path = '', anchor] = (match[1] ?? '').split('#');
    if (/^[a-z]+:/.test(path)) return [];
    const target = path === '' ? page.path : join(dirname(page.path), path);
    if (!exists(target)) return [`${page.path}: ${match[1]} leads nowhere`];
    if (anchor === undefined || !target.endsWith('.md')) return [];
    return anchorsOf(textOf(target) ?? '').includes(anchor)
      ? []
      : [`${page.path}: ${match[1]} has no such heading`];
  });
}

/** The anchors of a page, as the usual renderers make them from the headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('every link between the pages, and from a page to a file, leads somewhere', () => {
  nothingWrong(filesLike(/\.md$/).flatMap(problemsOf));
});

test('a link to nowhere is seen', () => {
  assert.equal(problemsOf({ path: 'docs/a.md', text: '[x](no-such-file.md)' }).length, 1);
  assert.equal(
    problemsOf({ path: 'docs/a.md', text: '# Один два\n[x](#один-два) `[y](z.md)`' }).length,
    1,
  );
});
