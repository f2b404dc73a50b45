import { test } from 'node:test';
import ts from 'typescript';
import { nothingWrong } from './report.ts';
import { everyNode } from './syntax.ts';
import { filesLike, type SourceFile, tree } from './tree.ts';

/** Whether a file does something when it runs: types and re-exports need no test. */
function acts(file: SourceFile): boolean {
  let found = false;
  everyNode(file, (node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) found = true;
  });
  return found;
}

test('every core and shared file that acts has its test beside it', () => {
  const paths = new Set(tree().map((file) => file.path));
  const untested = filesLike(/^src\/(modules\/[^/]+\/core|shared)\/.*\.ts$/)
    .filter((file) => !file.path.endsWith('.test.ts') && acts(file))
    .filter((file) => !paths.has(file.path.replace(/\.ts$/, '.test.ts')));
  nothingWrong(
    untested.map((file) => `${file.path} has no sibling ${file.path.replace(/\.ts$/, '.test.ts')}`),
  );
});
