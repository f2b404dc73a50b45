import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { codeOf, messageOf, Problem } from '../problem.ts';
import { blockingParent, type ServerUser } from './os-user.ts';

/** Where the embedded server keeps things below DATA_DIR. */
export type Layout = {
  readonly folder: string;
  /** PGDATA itself. */
  readonly cluster: string;
  readonly passwordFile: string;
  readonly portFile: string;
  readonly logFile: string;
};

/** Names the places of the embedded server; touches nothing. */
export function layoutOf(dataDir: string): Layout {
  const folder = join(dataDir, 'postgres');
  return {
    folder,
    cluster: join(folder, 'data'),
    passwordFile: join(folder, 'password'),
    portFile: join(folder, 'port'),
    logFile: join(folder, 'server.log'),
  };
}

/**
 * Makes the data folder if absent.
 * @throws Problem `data-dir-not-writable`
 */
export function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw notWritable(dataDir, error);
  }
}

/**
 * Makes the server's folder, 0700 and owned by the server's user.
 * @throws Problem `data-dir-not-reachable` when that user cannot pass a parent folder
 */
export function prepareLayout(layout: Layout, user: ServerUser | undefined, dataDir: string): void {
  const own = process.getuid?.();
  // The last step of the way is our own folder (a temporary one is 0700): let the server's user pass.
  const mode = statSync(dataDir).mode;
  if (user !== undefined && statSync(dataDir).uid === own) chmodSync(dataDir, mode | 0o011);
  const blocking = blockingParent(layout.folder, user);
  if (blocking !== undefined) throw notReachable(dataDir, blocking);
  try {
    if (!existsSync(layout.folder)) mkdirSync(layout.folder, { mode: 0o700 });
    if (user !== undefined) chownSync(layout.folder, user.uid, user.gid);
  } catch (error) {
    throw notWritable(dataDir, error);
  }
  const owner = statSync(layout.folder).uid;
  if (owner !== (user?.uid ?? own ?? owner)) throw foreignFolder(layout.folder);
}

function notWritable(dataDir: string, cause: unknown): Problem {
  const reason = codeOf(cause) ?? messageOf(cause);
  return new Problem(
    'data-dir-not-writable',
    {
      text: {
        en: `The data folder ${dataDir} cannot be made or written (${reason}).`,
        ru: `Папку данных ${dataDir} не удаётся создать или записать (${reason}).`,
      },
      remedy: {
        en: 'Give this user the right to write there, or choose another folder: DATA_DIR=/path npm start',
        ru: 'Дайте этому пользователю право записи или выберите другую папку: DATA_DIR=/путь npm start',
      },
    },
    { cause },
  );
}

function notReachable(dataDir: string, blocking: string): Problem {
  return new Problem('data-dir-not-reachable', {
    text: {
      en: `PostgreSQL runs as the user "postgres", who may not pass through ${blocking} to DATA_DIR=${dataDir}.`,
      ru: `PostgreSQL работает от пользователя «postgres», а ему нельзя пройти через ${blocking} к DATA_DIR=${dataDir}.`,
    },
    remedy: {
      en: `Choose a folder elsewhere (DATA_DIR=/var/lib/kopilka), or open the passage: chmod o+x ${blocking}`,
      ru: `Выберите другую папку (DATA_DIR=/var/lib/kopilka) или откройте проход: chmod o+x ${blocking}`,
    },
  });
}

function foreignFolder(folder: string): Problem {
  return new Problem('data-dir-foreign', {
    text: {
      en: `${folder} belongs to another user: this data was made by a server started otherwise.`,
      ru: `${folder} принадлежит другому пользователю: эти данные создал сервер, запущенный иначе.`,
    },
    remedy: {
      en: 'Start Kopilka as the user who made the data, or choose another DATA_DIR.',
      ru: 'Запустите Копилку от того пользователя, который создал данные, или выберите другую DATA_DIR.',
    },
  });
}
