import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothingWrong } from './report.ts';
import tiers from './tiers.json' with { type: 'json' };
import { moduleNames, textOf } from './tree.ts';

const README_LINES = 25;

function problemsOf(name: string, read: (path: string) => string | undefined): string[] {
  const at = `src/modules/${name}`;
  const readme = read(`${at}/README.md`);
  const problems: string[] = [];
  if (!Object.hasOwn(tiers, name)) problems.push(`${name} has no tier in tools/tidy/tiers.json`);
  if (readme === undefined) problems.push(`${at}/README.md is missing`);
  else if (readme.trimEnd().split('\n').length > README_LINES) {
    problems.push(`${at}/README.md is longer than ${README_LINES} lines`);
  }
  if (read(`${at}/index.ts`) === undefined) problems.push(`${at}/index.ts, the door, is missing`);
  return problems;
}

test('every module has a tier, a short README and a door', () => {
  nothingWrong(moduleNames().flatMap((name) => problemsOf(name, textOf)));
});

test('every module of the tree is on the map in README.md', () => {
  const map = textOf('README.md') ?? '';
  const missing = moduleNames().filter((name) => !new RegExp(`\\b${name}/`).test(map));
  nothingWrong(missing.map((name) => `README.md: the map of the house does not show ${name}/`));
});

test('a module without tier, README and door is seen', () => {
  assert.equal(problemsOf('attic', () => undefined).length, 3);
});
