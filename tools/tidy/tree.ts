import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the project: its path from the root with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The root of the checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const TEXTUAL =
  /\.(ts|tsx|mts|cts|js|mjs|cjs|json|md|sql|css|html|toml|yml|yaml|txt|scenario|lua)$/;
const FOREIGN = new Set([
  'node_modules',
  'dist',
  '.git',
  '.cache',
  '.data',
  'test-results',
  'coverage',
]);

let cached: readonly SourceFile[] | undefined;

/** Every text file that people of this project wrote or generated, in the order of their paths. */
export function tree(): readonly SourceFile[] {
  cached ??= walk(ROOT)
    .map((path) => relative(ROOT, path).replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
  return cached;
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (FOREIGN.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return entry.isFile() && (TEXTUAL.test(entry.name) || /^\.?[^.]+$/.test(entry.name))
      ? [path]
      : [];
  });
}

/** The files whose path matches. */
export function filesLike(pattern: RegExp): readonly SourceFile[] {
  return tree().filter((file) => pattern.test(file.path));
}

/** The text of one file; undefined when it is not there. */
export function textOf(path: string): string | undefined {
  return tree().find((file) => file.path === path)?.text;
}

/** Whether a path from the root exists, as a file or a folder, read or not by `tree`. */
export function exists(path: string): boolean {
  return existsSync(join(ROOT, path));
}

/** The modules that exist as folders, in alphabetical order. */
export function moduleNames(): readonly string[] {
  const names = tree().flatMap((file) => /^src\/modules\/([^/]+)\//.exec(file.path)?.[1] ?? []);
  return [...new Set(names)];
}

/** The line of a place in a text, counted from 1. */
export function lineAt(text: string, place: number): number {
  return text.slice(0, place).split('\n').length;
}
