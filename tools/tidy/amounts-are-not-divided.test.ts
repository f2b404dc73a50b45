import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { nothingWrong } from './report.ts';
import { everyNode, syntaxOf } from './syntax.ts';
import { filesLike, lineAt, type SourceFile } from './tree.ts';

/** Where fractions are made whole, by rules that have names. */
const HOME = 'src/shared/ratio.ts';
/** Names of money and points. */
const AMOUNT =
  /kopecks|points|balance|debt|remaining|amount|price|money|gross|payable|discount|refund|fee(?!d)/i;
const FRACTIONS = new Set(['round', 'floor', 'ceil', 'trunc', 'fround', 'parseFloat', 'toFixed']);

function problemsOf(file: SourceFile): string[] {
  if (file.path === HOME || file.path.endsWith('.test.ts')) return [];
  const problems: string[] = [];
  everyNode(file, (node) => {
    const what = fractionOf(node);
    if (what === undefined || !AMOUNT.test(node.getText())) return;
    const at = lineAt(file.text, node.getStart(syntaxOf(file)));
    problems.push(`${file.path}:${at}: ${what} on money or points belongs to shared/ratio.ts`);
  });
  return problems;
}

/** What makes a fraction, or makes one whole; undefined for everything else. */
function fractionOf(node: ts.Node): string | undefined {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const isDivision = kind === ts.SyntaxKind.SlashToken || kind === ts.SyntaxKind.SlashEqualsToken;
    // Big integers divide exactly, and say so in every operand.
    return isDivision && !/BigInt\(|\b\d+n\b/.test(node.getText()) ? 'division' : undefined;
  }
  if (!ts.isCallExpression(node)) return undefined;
  const callee = node.expression;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
  return FRACTIONS.has(name) ? name : undefined;
}

test('money and points are divided and rounded in one place only', () => {
  nothingWrong(filesLike(/^src\/.*\.ts$/).flatMap(problemsOf));
});

test('a share of an amount that is worked out on the spot is seen', () => {
  const wrong = [
    'const half = priceKopecks / 2;',
    'const fee = Math.round(points * 0.01);',
    'debt /= 2;',
    'const paid = parseFloat(amountText);',
  ];
  for (const text of wrong) {
    assert.equal(problemsOf({ path: 'src/modules/ledger/x.ts', text }).length > 0, true, text);
  }
  const right = [
    'const hour = Math.floor(minute / 60);',
    'const fee = mulDivFloor(points, 1, 100);',
  ];
  for (const text of right) {
    assert.deepEqual(problemsOf({ path: 'src/modules/ledger/x.ts', text }), [], text);
  }
});
