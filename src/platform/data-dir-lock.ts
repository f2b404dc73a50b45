import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, Problem } from './problem.ts';
import { birthmark, isAlive } from './processes.ts';

/** Who holds a data folder. `address` appears once that server listens. */
export type Holder = {
  readonly pid: number;
  readonly birthmark?: string | undefined;
  readonly address?: string | undefined;
};

/** A held data folder: one server at a time may own it. */
export type DataDirLock = {
  /** Writes the address of the running server into the lock, for `kopilka till send`. */
  readonly announce: (address: string) => void;
  readonly release: () => void;
};

/**
 * Takes the data folder for this process; a lock left by a dead process is replaced.
 * @throws Problem `data-dir-in-use` while its holder lives
 */
export function takeDataDir(dataDir: string): DataDirLock {
  const file = lockFile(dataDir);
  const own = join(dataDir, `.lock-${process.pid}`);
  const me: Holder = { pid: process.pid, birthmark: birthmark(process.pid) };
  writeFileSync(own, JSON.stringify(me), { mode: 0o644 });
  try {
    while (!linked(own, file)) breakStaleLock(dataDir, file);
  } finally {
    rmSync(own, { force: true });
  }
  return {
    announce: (address) => {
      writeFileSync(own, JSON.stringify({ ...me, address }), { mode: 0o644 });
      renameSync(own, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** The living holder of a data folder, undefined when nobody holds it. */
export function holderOf(dataDir: string): Holder | undefined {
  const holder = readHolder(lockFile(dataDir));
  return holder !== undefined && isHolding(holder) ? holder : undefined;
}

function lockFile(dataDir: string): string {
  return join(dataDir, 'kopilka.lock');
}

// link() either makes the name or fails, so two starters can never both win.
function linked(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function breakStaleLock(dataDir: string, file: string): void {
  const holder = readHolder(file);
  if (holder !== undefined && isHolding(holder)) throw inUse(dataDir, holder);
  const grave = `${file}.stale-${process.pid}`;
  try {
    // Renaming first makes sure that what we remove is what we judged, not a fresh lock of a rival.
    renameSync(file, grave);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const buried = readHolder(grave);
  if (buried !== undefined && isHolding(buried)) linked(grave, file);
  rmSync(grave, { force: true });
}

function isHolding(holder: Holder): boolean {
  if (!isAlive(holder.pid)) return false;
  return holder.birthmark === undefined || holder.birthmark === birthmark(holder.pid);
}

function readHolder(file: string): Holder | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof found !== 'object' || found === null || !('pid' in found)) return undefined;
    if (typeof found.pid !== 'number') return undefined;
    return {
      pid: found.pid,
      birthmark: 'birthmark' in found ? textOf(found.birthmark) : undefined,
      address: 'address' in found ? textOf(found.address) : undefined,
    };
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function inUse(dataDir: string, holder: Holder): Problem {
  const where = holder.address === undefined ? '' : `, ${holder.address}`;
  return new Problem('data-dir-in-use', {
    text: {
      en: `Kopilka already runs on the data folder ${dataDir} (process ${holder.pid}${where}).`,
      ru: `Копилка уже работает с папкой данных ${dataDir} (процесс ${holder.pid}${where}).`,
    },
    remedy: {
      en: `Use the running server, stop it (kill ${holder.pid}), or choose another folder with DATA_DIR.`,
      ru: `Пользуйтесь работающим сервером, остановите его (kill ${holder.pid}) или укажите другую папку в DATA_DIR.`,
    },
  });
}
