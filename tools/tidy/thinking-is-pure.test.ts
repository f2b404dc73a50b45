import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { nothingWrong } from './report.ts';
import { everyNode } from './syntax.ts';
import { filesLike, lineAt, type SourceFile } from './tree.ts';

const CLOCK = /^(Date\.now|performance\.now|process\.hrtime|Temporal\.Now\b)/;
const RANDOM = /^(Math\.random|randomUUID|randomBytes|randomInt|crypto\.)/;

/** What makes the same input give another output: the clock, dice, waiting. */
function problemsOf(file: SourceFile): string[] {
  const problems: string[] = [];
  everyNode(file, (node) => {
    const what = impurity(node);
    if (what !== undefined) {
      problems.push(`${file.path}:${lineAt(file.text, node.getStart())}: ${what}`);
    }
  });
  return problems;
}

function impurity(node: ts.Node): string | undefined {
  if (ts.isAwaitExpression(node)) return 'waits (await)';
  if (ts.isCallExpression(node)) {
    const callee = node.expression.getText();
    if (CLOCK.test(callee)) return `reads the clock (${callee})`;
    if (RANDOM.test(callee)) return `throws dice (${callee})`;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date') {
    const isArithmetic = (node.arguments?.length ?? 0) > 0;
    const isTimeModule = node.getSourceFile().fileName === 'src/shared/time.ts';
    if (!isArithmetic) return 'reads the clock (new Date())';
    if (!isTimeModule) return 'makes a Date; conversions live in shared/time.ts';
  }
  return undefined;
}

test('core and shared neither read the clock, nor throw dice, nor wait', () => {
  const files = filesLike(/^src\/(modules\/[^/]+\/core|shared)\/.*\.ts$/);
  nothingWrong(files.filter((file) => !file.path.endsWith('.test.ts')).flatMap(problemsOf));
});

test('a core that reads the clock, throws dice or waits is seen', () => {
  const text =
    'async () => { await x; Date.now(); Math.random(); new Date(); new Date(1); randomUUID(); }';
  assert.equal(problemsOf({ path: 'src/modules/x/core/y.ts', text }).length, 6);
  assert.deepEqual(problemsOf({ path: 'src/shared/time.ts', text: 'new Date(1)' }), []);
});
