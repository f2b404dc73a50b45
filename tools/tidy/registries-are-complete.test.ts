import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothingWrong } from './report.ts';
import { type SourceFile, tree } from './tree.ts';

/** A folder of things that multiply: every file stands in its index.ts, every import has its file. */
const REGISTRY =
  /^src\/modules\/[^/]+\/(?:core\/)?(?:conditions|selectors|effects\/deferred|effects|limits|policies|operations|jobs|reports|channels|criteria)\//;
const HELPER = /\.(test|db\.test)\.ts$/;

function problemsOf(files: readonly SourceFile[]): string[] {
  const folders = new Set(files.flatMap((file) => REGISTRY.exec(file.path)?.[0] ?? []));
  return [...folders].flatMap((folder) => problemsOfFolder(folder, files));
}

function problemsOfFolder(folder: string, files: readonly SourceFile[]): string[] {
  const own = files.filter((file) => file.path.startsWith(folder) && file.path.endsWith('.ts'));
  const index = own.find((file) => file.path === `${folder}index.ts`);
  if (index === undefined) return [`${folder}: no index.ts that lists the folder`];
  const listed = [...index.text.matchAll(/from '\.\/([^']+)'/g)].map((match) => match[1] ?? '');
  const present = own
    .map((file) => file.path.slice(folder.length))
    .filter((name) => name !== 'index.ts' && !HELPER.test(name) && !name.includes('/'));
  const definitions = present.filter((name) => isEntry(name, folder, own));
  return [
    ...definitions
      .filter((name) => !listed.includes(name))
      .map((name) => `${folder}${name} is not in ${folder}index.ts`),
    ...listed
      .filter((name) => !name.includes('/') && !present.includes(name))
      .map((name) => `${folder}index.ts lists ${name}, which is not there`),
  ];
}

/** A file that defines an entry has a `code` (a job's `name`, an operation); the rest of a folder is helpers. */
function isEntry(name: string, folder: string, own: readonly SourceFile[]): boolean {
  const text = own.find((file) => file.path === `${folder}${name}`)?.text ?? '';
  return /^\s*(code|name):\s*'[a-z0-9-]+'|= defineOperation\(/m.test(text);
}

test('every file of a registry folder is in its list, and the other way round', () => {
  nothingWrong(problemsOf(tree()));
});

test('a condition that nobody listed is seen', () => {
  const folder = 'src/modules/promotions/core/conditions/';
  const problems = problemsOf([
    { path: `${folder}index.ts`, text: "import { gone } from './gone.ts';" },
    { path: `${folder}moon.ts`, text: "export const moon = {\n  code: 'moon',\n};" },
  ]);
  assert.deepEqual(problems, [
    `${folder}moon.ts is not in ${folder}index.ts`,
    `${folder}index.ts lists gone.ts, which is not there`,
  ]);
});
