import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { messageOf, Problem } from '../problem.ts';

/** One numbered SQL file. `checksum` is SHA-256 in hex over its text with LF line ends. */
export type Migration = {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
  /** Marked `-- no-transaction` in its first line: one statement that PostgreSQL runs only alone. */
  readonly isAlone: boolean;
};

export type MigrateOptions = {
  readonly url: string;
  readonly folder?: string;
  readonly onApplied?: (name: string, ms: number) => void;
};

const FOLDER = fileURLToPath(new URL('../../../db/migrations', import.meta.url));
/** Our key among transaction-level advisory locks: 'kopi' in ASCII. */
const LOCK = 0x6b_6f_70_69;

/**
 * Brings the database to the state of `db/migrations`: each new file in a transaction of its own, under
 * a transaction-level lock (session locks do not survive PgBouncer), so that servers starting together
 * take turns.
 * @returns names applied now, in order
 * @throws Problem `migration-changed`, `migration-unknown`, `migration-out-of-order`, `migration-failed`
 */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  const migrations = readMigrations(options.folder);
  const applied: string[] = [];
  const client = await connect(options.url);
  try {
    await makeTable(client);
    for (const migration of pending(migrations, await readLanded(client))) {
      const started = performance.now();
      const isNew = migration.isAlone
        ? await applyAlone(client, migration, options.url)
        : await applyInTransaction(client, migration);
      if (!isNew) continue;
      applied.push(migration.name);
      options.onApplied?.(migration.name, performance.now() - started);
    }
  } finally {
    await client.end();
  }
  return applied;
}

/** Names of files not yet applied; changes nothing. Throws like `migrate`. */
export async function pendingMigrations(options: MigrateOptions): Promise<readonly string[]> {
  const migrations = readMigrations(options.folder);
  const client = await connect(options.url);
  try {
    const table = await client.query(`select to_regclass('platform.migration') as name`);
    const landed = table.rows[0]?.name === null ? new Map() : await readLanded(client);
    return pending(migrations, landed).map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/**
 * The files of the folder in order.
 * @throws Error when a name is not `NNNN-words.sql` or two files share a number
 */
export function readMigrations(folder: string = FOLDER): readonly Migration[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((n) => n.endsWith('.sql')) : [];
  const numbers = new Set<string>();
  return names.sort().map((file) => {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1];
    if (number === undefined) throw new Error(`${file}: a migration is named NNNN-words.sql`);
    if (numbers.has(number)) throw new Error(`${file}: the number ${number} is taken`);
    numbers.add(number);
    const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    const checksum = createHash('sha256').update(sql).digest('hex');
    const isAlone = sql.startsWith('-- no-transaction');
    return { name: file.slice(0, -4), sql, checksum, isAlone };
  });
}

/** A digest of all files: what a template database is keyed by. */
export function migrationsDigest(folder?: string): string {
  const hash = createHash('sha256');
  for (const { name, checksum } of readMigrations(folder)) hash.update(`${name}:${checksum}\n`);
  return hash.digest('hex');
}

type Landed = ReadonlyMap<string, string>;

function pending(migrations: readonly Migration[], landed: Landed): readonly Migration[] {
  const known = new Set(migrations.map(({ name }) => name));
  for (const name of landed.keys()) if (!known.has(name)) throw unknown(name);
  const last = [...landed.keys()].sort().at(-1) ?? '';
  return migrations.filter(({ name, checksum }) => {
    const before = landed.get(name);
    if (before !== undefined && before !== checksum) throw changed(name);
    if (before === undefined && name < last) throw outOfOrder(name, last);
    return before === undefined;
  });
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'kopilka-migrate' });
  // A lost connection rejects the query in hand; the event besides would end the process.
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function makeTable(client: pg.Client): Promise<void> {
  await inTransaction(client, () =>
    client.query(`
      create schema if not exists platform;
      create table if not exists platform.migration (
        name text primary key,
        checksum text not null,
        applied_at timestamptz not null default now(),
        duration_ms integer not null check (duration_ms >= 0)
      )`),
  );
}

async function readLanded(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration order by name',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

async function applyInTransaction(client: pg.Client, migration: Migration): Promise<boolean> {
  return inTransaction(client, async () => {
    // A rival may have applied it while we waited for the lock.
    if ((await readLanded(client)).has(migration.name)) return false;
    // A busy table must not make every till wait behind us: give up and let the person run it again.
    await client.query(`set local lock_timeout = '10s'`);
    await land(client, migration, () => run(client, migration));
    return true;
  });
}

// The lock is held by a second connection, which also writes the row when the statement is through.
async function applyAlone(client: pg.Client, migration: Migration, url: string): Promise<boolean> {
  const guard = await connect(url);
  try {
    return await inTransaction(guard, async () => {
      if ((await readLanded(guard)).has(migration.name)) return false;
      await land(guard, migration, () => run(client, migration));
      return true;
    });
  } finally {
    await guard.end();
  }
}

async function land(
  client: pg.Client,
  migration: Migration,
  work: () => Promise<void>,
): Promise<void> {
  const started = performance.now();
  await work();
  await client.query(
    'insert into platform.migration (name, checksum, duration_ms) values ($1, $2, $3)',
    [migration.name, migration.checksum, Math.round(performance.now() - started)],
  );
}

async function run(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query(migration.sql);
  } catch (error) {
    throw failed(migration, error);
  }
}

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query(`set local statement_timeout = 0`);
    await client.query(`set local idle_in_transaction_session_timeout = 0`);
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

function failed(migration: Migration, error: unknown): Problem {
  const at = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  const line = Number.isNaN(at) ? '' : `:${migration.sql.slice(0, at).split('\n').length}`;
  const where = `db/migrations/${migration.name}.sql${line}`;
  return new Problem(
    'migration-failed',
    {
      text: {
        en: `${where} was rolled back: ${messageOf(error)}`,
        ru: `${where}: изменения отменены: ${messageOf(error)}`,
      },
      remedy: {
        en: 'The database is as it was before this file. Remove the cause and start again.',
        ru: 'База данных осталась такой, какой была до этого файла. Устраните причину и запустите снова.',
      },
    },
    { cause: error },
  );
}

function changed(name: string): Problem {
  return new Problem('migration-changed', {
    text: {
      en: `db/migrations/${name}.sql differs from what was applied to this database.`,
      ru: `db/migrations/${name}.sql отличается от того, что было применено к этой базе данных.`,
    },
    remedy: {
      en: 'Restore the file; put the change into a new migration with the next number.',
      ru: 'Верните файл прежним, а изменение внесите новой миграцией со следующим номером.',
    },
  });
}

function unknown(name: string): Problem {
  return new Problem('migration-unknown', {
    text: {
      en: `The database holds the migration ${name}, which this version of Kopilka does not know.`,
      ru: `В базе данных применена миграция ${name}, которой эта версия Копилки не знает.`,
    },
    remedy: {
      en: 'It was used by a newer version: start that one, or use another database.',
      ru: 'С ней работала более новая версия: запустите её или укажите другую базу данных.',
    },
  });
}

function outOfOrder(name: string, last: string): Problem {
  return new Problem('migration-out-of-order', {
    text: {
      en: `db/migrations/${name}.sql is new but sorts before ${last}, which is applied already.`,
      ru: `db/migrations/${name}.sql — новый файл, но стоит раньше уже применённого ${last}.`,
    },
    remedy: {
      en: 'Give it the next free number.',
      ru: 'Дайте ему следующий свободный номер.',
    },
  });
}
