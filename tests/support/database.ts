import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import pg from 'pg';
import { type Database, openDatabase } from '#platform/db/index.ts';
import { migrate, migrationsDigest } from '#platform/db/migrate.ts';
import { testCluster } from './cluster.ts';

/** A database of one test file. */
export type TestDatabase = {
  /** A pool of the product's own kind on it, closed before the database is dropped. */
  readonly db: Database;
  /** The address as an ordinary role that owns the database, like the product's own. */
  readonly url: string;
  /** The address as superuser, for looking behind the scenes. */
  readonly adminUrl: string;
};

const OWNER = 'kopilka';
const TEMPLATES_KEPT = 6;

/**
 * Clones the migrated template into a database of its own, dropped when the file's tests are over.
 * The template is made once per content of db/migrations.
 */
export async function testDatabase(): Promise<TestDatabase> {
  return cloneOf(await template());
}

/** An empty database without our schema, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return cloneOf('template0');
}

async function cloneOf(source: string): Promise<TestDatabase> {
  const admin = await testCluster();
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asAdmin(admin, (client) => client.query(createDatabase(name, source)));
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const adminUrl = url.href;
  url.username = OWNER;
  const db = openDatabase({ url: url.href, applicationName: 'kopilka-test', max: 5 });
  const drop = async (): Promise<void> => {
    await db.close();
    await asAdmin(admin, (client) => client.query(`drop database if exists ${name} with (force)`));
  };
  after(drop);
  return { db, url: url.href, adminUrl };
}

async function template(): Promise<string> {
  const admin = await testCluster();
  const name = `template_${migrationsDigest().slice(0, 16)}`;
  await asAdmin(admin, async (client) => {
    await client.query('select pg_advisory_lock(1)');
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return;
    const draft = `draft_${name}`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(createDatabase(draft, 'template0'));
    const url = new URL(admin);
    url.pathname = `/${draft}`;
    url.username = OWNER;
    await migrate({ url: url.href });
    await client.query(`alter database ${draft} rename to ${name}`);
    await dropOldTemplates(client);
  });
  return name;
}

// The strategy is named: WAL_LOG copies a small template without the two checkpoints of FILE_COPY.
function createDatabase(name: string, source: string): string {
  return `create database ${name} owner ${OWNER} template ${source} strategy wal_log`;
}

async function dropOldTemplates(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where datname like 'template\\_%' order by oid desc`,
  );
  for (const { datname } of rows.slice(TEMPLATES_KEPT)) {
    // Somebody may be cloning it right now: then it goes next time.
    await client.query(`drop database if exists ${datname}`).catch(() => {});
  }
}

async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'kopilka-tests' });
  // A lost connection rejects the query in hand; the event besides would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
