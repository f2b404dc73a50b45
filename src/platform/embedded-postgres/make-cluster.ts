import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chownSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { messageOf, Problem } from '../problem.ts';
import type { Binaries } from './binaries.ts';
import type { Layout } from './layout.ts';
import { asUser, type ServerUser } from './os-user.ts';

/** The superuser of an embedded cluster; the product itself logs in as an ordinary role. */
export const SUPERUSER = 'postgres';
export const SETTINGS_FILE = 'kopilka.conf';

/**
 * Makes the cluster if there is none, else checks that these binaries can serve it.
 * @returns whether it was made now
 * @throws Problem `initdb-failed`, `data-version-mismatch`
 */
export function makeCluster(
  layout: Layout,
  binaries: Binaries,
  user: ServerUser | undefined,
): boolean {
  const versionFile = join(layout.cluster, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const major = Number(readFileSync(versionFile, 'utf8').trim());
    if (major !== binaries.major) throw versionMismatch(layout, { major, ours: binaries.major });
    return false;
  }
  // initdb works aside and the result is renamed: an interrupted first start leaves no half cluster.
  const draft = `${layout.cluster}.draft`;
  rmSync(draft, { recursive: true, force: true });
  writeOwned(layout.passwordFile, randomBytes(24).toString('base64url'), user);
  initdb(draft, { layout, binaries, user });
  appendFileSync(join(draft, 'postgresql.conf'), `\ninclude '${SETTINGS_FILE}'\n`);
  renameSync(draft, layout.cluster);
  return true;
}

/** Writes a file that only the server's user (and root) may read. */
export function writeOwned(file: string, text: string, user: ServerUser | undefined): void {
  writeFileSync(file, text, { mode: 0o600 });
  if (user !== undefined) chownSync(file, user.uid, user.gid);
}

type Making = {
  readonly layout: Layout;
  readonly binaries: Binaries;
  readonly user: ServerUser | undefined;
};

// The encoding and the collation are named: initdb would take them from LANG, and without LANG it makes
// an SQL_ASCII cluster in which lower('ЁЛКА') changes nothing.
function initdb(draft: string, { layout, binaries, user }: Making): void {
  const run = (locale: string) =>
    spawnSync(
      binaries.initdb,
      [
        ...['-D', draft, '-U', SUPERUSER, `--pwfile=${layout.passwordFile}`],
        ...['--auth=scram-sha-256', '--encoding=UTF8', `--locale=${locale}`],
        ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums'],
        '--no-instructions',
      ],
      { encoding: 'utf8', cwd: layout.folder, env: serverEnvironment(), ...asUser(user) },
    );
  let done = run('C.UTF-8');
  // Old systems and macOS know no C.UTF-8; the builtin provider does the work, so C serves as well.
  if (done.status !== 0 && /locale/i.test(done.stderr ?? '')) done = run('C');
  if (done.status === 0) return;
  const reason = done.error === undefined ? done.stderr.trim() : messageOf(done.error);
  throw new Problem('initdb-failed', {
    text: {
      en: `A new database could not be made in ${layout.folder}: ${reason}`,
      ru: `Не удалось создать базу данных в ${layout.folder}: ${reason}`,
    },
    remedy: {
      en: 'Check free space and rights of that folder (DATA_DIR), or set DATABASE_URL to your own server.',
      ru: 'Проверьте свободное место и права этой папки (DATA_DIR) или укажите свой сервер в DATABASE_URL.',
    },
  });
}

/** The environment of the server's programs: nothing of ours that changes locale, time zone or libraries. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept: NodeJS.ProcessEnv = {};
  for (const name of ['PATH', 'SystemRoot', 'TEMP', 'TMP']) {
    if (process.env[name] !== undefined) kept[name] = process.env[name];
  }
  return { ...kept, LC_ALL: 'C', TZ: 'UTC' };
}

function versionMismatch(layout: Layout, found: { major: number; ours: number }): Problem {
  return new Problem('data-version-mismatch', {
    text: {
      en: `The data in ${layout.cluster} was made by PostgreSQL ${found.major}; this Kopilka carries PostgreSQL ${found.ours}.`,
      ru: `Данные в ${layout.cluster} созданы PostgreSQL ${found.major}, а эта Копилка несёт PostgreSQL ${found.ours}.`,
    },
    remedy: {
      en: 'Start the version of Kopilka that made the data, or choose an empty DATA_DIR. Nothing was changed.',
      ru: 'Запустите ту версию Копилки, которая создала данные, или укажите пустую DATA_DIR. Ничего не изменено.',
    },
  });
}
