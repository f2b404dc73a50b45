import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { nothingWrong } from './report.ts';
import { everyNode } from './syntax.ts';
import { filesLike, lineAt, type SourceFile } from './tree.ts';

/** A text for people is `{ ru, en }`: both there, neither empty, no Russian letters in the English. */
function problemsOf(file: SourceFile): string[] {
  if (!/\b(ru|en)\b/.test(file.text)) return [];
  const problems: string[] = [];
  everyNode(file, (node) => {
    if (!ts.isObjectLiteralExpression(node)) return;
    const problem = problemOfText(node);
    const at = `${file.path}:${lineAt(file.text, node.getStart())}`;
    if (problem !== undefined) problems.push(`${at}: ${problem}`);
  });
  return problems;
}

function problemOfText(node: ts.ObjectLiteralExpression): string | undefined {
  const ru = valueOf(node, 'ru');
  const en = valueOf(node, 'en');
  const isSpread = node.properties.some((property) => ts.isSpreadAssignment(property));
  if ((ru === undefined && en === undefined) || isSpread) return undefined;
  if (ru === undefined) return 'the Russian text is missing';
  if (en === undefined) return 'the English text is missing';
  if (ru === '' || en === '') return 'a text is empty';
  return /[а-яё]/i.test(en ?? '') ? 'Russian letters in the English text' : undefined;
}

/** undefined: no such property; null: there, but not a literal. */
function valueOf(node: ts.ObjectLiteralExpression, name: string): string | null | undefined {
  for (const property of node.properties) {
    if (property.name === undefined || property.name.getText() !== name) continue;
    const value = ts.isPropertyAssignment(property) ? property.initializer : undefined;
    return value !== undefined && ts.isStringLiteralLike(value) ? value.text : null;
  }
  return undefined;
}

test('every text for people is there in Russian and in English', () => {
  const files = filesLike(/^(src|web|db|tools\/demo)\/.*\.tsx?$/);
  nothingWrong(files.filter((file) => !/\.test\.tsx?$/.test(file.path)).flatMap(problemsOf));
});

test('a text that lacks a language is seen', () => {
  const count = (text: string) => problemsOf({ path: 'a.ts', text: `f(${text})` }).length;
  assert.equal(count("{ ru: 'Чек' }"), 1);
  assert.equal(count("{ en: 'Receipt' }"), 1);
  assert.equal(count("{ ru: 'Чек', en: 'Чек' }"), 1);
  assert.equal(count("{ ru: '', en: 'Receipt' }"), 1);
  assert.equal(count("{ ru: 'Чек', en: 'Receipt' }"), 0);
  assert.equal(count('{ ru: row.title_ru, en: row.title_en }'), 0);
});
