import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { nothingWrong } from './report.ts';
import { syntaxOf } from './syntax.ts';
import { filesLike, type SourceFile } from './tree.ts';

/** Names of a file's tests; those inside a `describe` carry its name in front. */
function namesOf(file: SourceFile): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node, group: string): void => {
    let inside = group;
    const call = ts.isCallExpression(node)
      ? /^(test|it|describe|suite)\b/.exec(node.expression.getText())
      : null;
    const first = ts.isCallExpression(node) ? node.arguments[0] : undefined;
    if (call !== null && first !== undefined && ts.isStringLiteralLike(first)) {
      if (call[1] === 'test' || call[1] === 'it') names.push(`${group}${first.text}`);
      else inside = `${group}${first.text} › `;
    }
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(syntaxOf(file), '');
  return names;
}

function problemsOf(file: SourceFile): string[] {
  const names = namesOf(file);
  const twice = names.filter((name, place) => names.indexOf(name) !== place);
  return twice.map((name) => `${file.path}: two tests are called "${name}"`);
}

test('a test name is unique in its file', () => {
  nothingWrong(filesLike(/\.test\.tsx?$/).flatMap(problemsOf));
});

test('two tests of one name are seen', () => {
  const text = "test('a', f); describe('b', () => { it('a', f); it('a', f); });";
  assert.equal(problemsOf({ path: 'a.test.ts', text }).length, 1);
});
