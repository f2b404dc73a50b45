import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** The copy of the anchors outside the database, one line of JSON each, only ever appended to. */
export type AnchorFile = {
  readonly path: string;
  /** The last whole line; undefined when there is none. */
  last(): string | undefined;
  /** Appends lines and waits until they are on the disk. A line torn by a crash is cut off first. */
  append(lines: readonly string[]): void;
};

/** The name of the copy in the data folder. */
export const ANCHOR_FILE = 'anchors.ndjson';

const TAIL_BYTES = 65_536;
const NEWLINE = 0x0a;

/** The copy in a data folder. The file is made by the first append. */
export function anchorFile(dataDir: string): AnchorFile {
  const path = join(dataDir, ANCHOR_FILE);
  return {
    path,
    last() {
      if (!existsSync(path)) return undefined;
      return withFile(path, 'r', (file) => {
        const tail = readTail(file);
        const whole = tail.subarray(0, tail.lastIndexOf(NEWLINE) + 1).toString('utf8');
        return whole.trimEnd().split('\n').at(-1) || undefined;
      });
    },
    append(lines) {
      if (lines.length === 0) return;
      mkdirSync(dataDir, { recursive: true });
      withFile(path, 'a+', (file) => {
        const tail = readTail(file);
        const torn = tail.length - (tail.lastIndexOf(NEWLINE) + 1);
        if (torn > 0) ftruncateSync(file, fstatSync(file).size - torn);
        writeSync(file, lines.map((line) => `${line}\n`).join(''));
        fsyncSync(file);
      });
    },
  };
}

function withFile<T>(path: string, flags: string, work: (file: number) => T): T {
  const file = openSync(path, flags, 0o640);
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
}

function readTail(file: number): Buffer {
  const { size } = fstatSync(file);
  const tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
  readSync(file, tail, 0, tail.length, size - tail.length);
  return tail;
}
