import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { messageOf, Problem } from '../problem.ts';

/** The operating-system user that the database server runs as. */
export type ServerUser = { readonly name: string; readonly uid: number; readonly gid: number };

const NAME = 'postgres';

/**
 * PostgreSQL refuses to run as root, so root lends it to the user `postgres`, made when absent.
 * Undefined for an ordinary user: the server then runs as that user.
 * @throws Problem `postgres-user-missing` when the user is absent and cannot be made
 */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUp();
  if (known !== undefined) return known;
  const reason = makeUser();
  const made = lookUp();
  if (made !== undefined) return made;
  throw new Problem('postgres-user-missing', {
    text: {
      en: `PostgreSQL must not run as root, and the user "${NAME}" could not be made: ${reason}`,
      ru: `PostgreSQL нельзя запускать от root, а пользователя «${NAME}» создать не удалось: ${reason}`,
    },
    remedy: {
      en: `Create it (useradd --system ${NAME}), start Kopilka as an ordinary user, or set DATABASE_URL.`,
      ru: `Создайте его (useradd --system ${NAME}), запустите Копилку обычным пользователем или укажите DATABASE_URL.`,
    },
  });
}

/** Options of `spawn` that make a child run as the server's user. */
export function asUser(user: ServerUser | undefined): { uid?: number; gid?: number } {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid };
}

/** The nearest parent of `path` that `user` may not pass through; undefined when the way is free. */
export function blockingParent(path: string, user: ServerUser | undefined): string | undefined {
  if (user === undefined) return undefined;
  let blocking: string | undefined;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && !mayPass(statSync(folder), user)) blocking = folder;
    if (folder === dirname(folder)) return blocking;
  }
}

function mayPass(folder: Stats, user: ServerUser): boolean {
  if (folder.uid === user.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === user.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}

function lookUp(): ServerUser | undefined {
  const id = (flag: string): number =>
    Number(
      execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  try {
    return { name: NAME, uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

// useradd is Debian's and Red Hat's, adduser with short options is BusyBox's. Cron's PATH has no sbin.
function makeUser(): string {
  const path = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin:/usr/bin:/bin`;
  const attempts = [
    [
      'useradd',
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      NAME,
    ],
    ['adduser', '-S', '-D', '-H', NAME],
  ] as const;
  let reason = '';
  for (const [command, ...args] of attempts) {
    const done = spawnSync(command, args, {
      encoding: 'utf8',
      env: { ...process.env, PATH: path },
    });
    if (done.status === 0) return '';
    const said = done.error === undefined ? done.stderr.trim() : messageOf(done.error);
    reason = reason === '' ? said : reason;
  }
  return reason;
}
