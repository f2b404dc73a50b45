import pg from 'pg';
import type { Text } from '#shared/text.ts';
import { codeOf, messageOf, Problem } from './problem.ts';

/** The oldest PostgreSQL that the SQL of this product is written for. */
export const OLDEST_POSTGRES = 16;

/** One thing that a database must have, read from `pg_settings`. */
type Demand = {
  readonly setting: string;
  readonly isGood: (value: string) => boolean;
  readonly need: Text;
};

// A receipt that was answered must survive a power cut, and Russian words must fold case: a server set
// otherwise is refused at the door rather than trusted quietly.
const DEMANDS: readonly Demand[] = [
  {
    setting: 'server_encoding',
    isGood: (value) => value === 'UTF8',
    need: {
      en: 'the database must be made with encoding UTF8 (create database … encoding utf8 template template0)',
      ru: 'база данных должна быть создана в кодировке UTF8 (create database … encoding utf8 template template0)',
    },
  },
  {
    setting: 'fsync',
    isGood: (value) => value === 'on',
    need: { en: 'fsync must be on', ru: 'fsync должен быть включён' },
  },
  {
    setting: 'full_page_writes',
    isGood: (value) => value === 'on',
    need: { en: 'full_page_writes must be on', ru: 'full_page_writes должен быть включён' },
  },
  {
    setting: 'synchronous_commit',
    isGood: (value) => ['on', 'remote_write', 'remote_apply'].includes(value),
    need: {
      en: 'synchronous_commit must be on, remote_write or remote_apply',
      ru: 'synchronous_commit должен быть on, remote_write или remote_apply',
    },
  },
  {
    setting: 'default_transaction_isolation',
    isGood: (value) => value === 'read committed',
    need: {
      en: 'default_transaction_isolation must be read committed',
      ru: 'default_transaction_isolation должен быть read committed',
    },
  },
  {
    setting: 'default_transaction_read_only',
    isGood: (value) => value === 'off',
    need: { en: 'the database must take writes', ru: 'база данных должна принимать запись' },
  },
];

/**
 * Refuses a database that is too old, a copy that takes no writes, or set so that an acknowledged
 * receipt could be lost.
 * @throws Problem `database-unreachable`, `database-too-old`, `database-is-replica`, `database-unsafe`
 */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'kopilka-check',
    connectionTimeoutMillis: 10_000,
  });
  // A lost connection rejects the query in hand; the event besides would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw unreachableDatabase(url, error);
  }
  try {
    await checkVersion(client);
    const { rows } = await client.query<{ name: string; setting: string }>(
      'select name, setting from pg_settings where name = any($1)',
      [DEMANDS.map(({ setting }) => setting)],
    );
    const valueByName = new Map(rows.map((row) => [row.name, row.setting]));
    for (const demand of DEMANDS) {
      const value = valueByName.get(demand.setting);
      if (value !== undefined && !demand.isGood(value)) throw unsafe(demand, value);
    }
  } finally {
    await client.end();
  }
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; is_replica: boolean }>(
    `select current_setting('server_version_num') as version, pg_is_in_recovery() as is_replica`,
  );
  const major = Math.floor(Number(rows[0]?.version) / 10_000);
  if (major < OLDEST_POSTGRES) throw tooOld(major);
  if (rows[0]?.is_replica === true) throw replica();
}

function unreachableDatabase(url: string, cause: unknown): Problem {
  const where = URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : 'DATABASE_URL';
  const reason = messageOf(cause) || codeOf(cause) || '?';
  return new Problem(
    'database-unreachable',
    {
      text: {
        en: `The database ${where} cannot be reached: ${reason}`,
        ru: `Нет связи с базой данных ${where}: ${reason}`,
      },
      remedy: {
        en: 'Check DATABASE_URL (host, port, name, password) and that the server runs. Without DATABASE_URL Kopilka starts its own.',
        ru: 'Проверьте DATABASE_URL (узел, порт, имя, пароль) и что сервер работает. Без DATABASE_URL Копилка запускает свою базу.',
      },
    },
    { cause },
  );
}

function tooOld(major: number): Problem {
  return new Problem('database-too-old', {
    text: {
      en: `The database is PostgreSQL ${major}; Kopilka needs ${OLDEST_POSTGRES} or newer.`,
      ru: `База данных — PostgreSQL ${major}, а нужен ${OLDEST_POSTGRES} или новее.`,
    },
    remedy: {
      en: 'Point DATABASE_URL to a newer server, or remove it to use the embedded one.',
      ru: 'Укажите в DATABASE_URL более новый сервер или уберите настройку, чтобы работать со встроенным.',
    },
  });
}

function replica(): Problem {
  return new Problem('database-is-replica', {
    text: {
      en: 'The database is a standby and takes no writes.',
      ru: 'База данных — резервная копия и не принимает запись.',
    },
    remedy: {
      en: 'Point DATABASE_URL to the primary server.',
      ru: 'Укажите в DATABASE_URL основной сервер.',
    },
  });
}

function unsafe(demand: Demand, value: string): Problem {
  return new Problem('database-unsafe', {
    text: {
      en: `The database has ${demand.setting} = ${value}: ${demand.need.en}.`,
      ru: `В базе данных ${demand.setting} = ${value}: ${demand.need.ru}.`,
    },
    remedy: {
      en: 'Correct it on the server (alter system set …; select pg_reload_conf()) and start again.',
      ru: 'Исправьте на сервере (alter system set …; select pg_reload_conf()) и запустите снова.',
    },
  });
}
