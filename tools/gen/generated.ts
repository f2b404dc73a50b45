import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file that a program writes and people read. */
export interface Generated {
  readonly path: string;
  readonly text: string;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Writes the files that changed. Gives their paths. */
export function write(files: readonly Generated[]): readonly string[] {
  const changed = stale(files);
  for (const { path, text } of files.filter((file) => changed.includes(file.path))) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
  return changed;
}

/** The paths whose text on disk is another one. */
export function stale(files: readonly Generated[]): readonly string[] {
  return files.filter((file) => onDisk(file.path) !== file.text).map((file) => file.path);
}

/** The text of a file of the project; undefined when there is none. Line ends are LF on every system. */
export function onDisk(path: string): string | undefined {
  const full = join(ROOT, path);
  return existsSync(full) ? readFileSync(full, 'utf8').replaceAll('\r\n', '\n') : undefined;
}
