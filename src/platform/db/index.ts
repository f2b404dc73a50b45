import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './generated/row-types.ts';
import type { Statement } from './sql.ts';
import { typeParsers } from './types.ts';

export { rawSql, type Statement, sql } from './sql.ts';

/** Rows of a list of statements, in order. */
type RowsOf<S extends readonly Statement[]> = {
  [K in keyof S]: S[K] extends Statement<infer Row> ? readonly Row[] : never;
};

/** Something that statements run on: the pool, a transaction, a connection kept for a writer. */
export type Session = {
  /** One statement, one round trip. */
  run<Row>(statement: Statement<Row>): Promise<readonly Row[]>;
  /** Many statements, one round trip: sent together, answered together. The first error is thrown. */
  pipeline<const S extends readonly Statement[]>(statements: S): Promise<RowsOf<S>>;
};

/** A connection of its own, for a writer; it prepares statements that have a name. */
export type Connection = Session & { close(): Promise<void> };

export type Database = Session & {
  /** Runs `work` between begin and commit on one connection; rolls back when it throws. */
  transaction<T>(work: (tx: Session) => Promise<T>): Promise<T>;
  connect(applicationName: string): Promise<Connection>;
  readonly kysely: Kysely<Tables>;
  /** Round trips made so far; tests count with it. */
  roundTrips(): number;
  close(): Promise<void>;
};

export type DatabaseSettings = {
  readonly url: string;
  readonly applicationName: string;
  /** Connections of the pool, at most. */
  readonly max: number;
};

const STATEMENT_TIMEOUT_MS = 15_000;
const LOCK_TIMEOUT_MS = 3_000;
const CONNECT_TIMEOUT_MS = 5_000;

/** Opens a pool. Nothing is asked of the server until the first statement. */
export function openDatabase(settings: DatabaseSettings): Database {
  let trips = 0;
  const count = () => {
    trips += 1;
  };
  const config = {
    connectionString: settings.url,
    application_name: settings.applicationName,
    types: typeParsers,
    pipeline: true,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    // A server that has vanished without a word: the driver gives the connection up.
    query_timeout: STATEMENT_TIMEOUT_MS + 1_000,
    options: '-c datestyle=ISO -c timezone=UTC',
  };
  const pool = new pg.Pool({ ...config, max: settings.max, idleTimeoutMillis: 30_000 });
  // A connection may die while idle or between two statements. The pool replaces it and the statement in
  // hand fails; without these listeners the event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const onClient = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let failure: unknown;
    try {
      return await work(client);
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      client.release(isConnectionError(failure));
    }
  };
  return {
    run: (statement) => onClient((client) => sessionOn(client, count, false).run(statement)),
    pipeline: (statements) =>
      onClient((client) => sessionOn(client, count, false).pipeline(statements)),
    transaction: (work) =>
      onClient((client) => inTransaction(sessionOn(client, count, false), work)),
    connect: (applicationName) => connect({ ...config, application_name: applicationName }, count),
    kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    roundTrips: () => trips,
    close: () => pool.end(),
  };
}

async function inTransaction<T>(tx: Session, work: (tx: Session) => Promise<T>): Promise<T> {
  await tx.run({ text: 'begin', values: [] });
  try {
    const result = await work(tx);
    await tx.run({ text: 'commit', values: [] });
    return result;
  } catch (error) {
    await tx.run({ text: 'rollback', values: [] }).catch(() => undefined);
    throw error;
  }
}

async function connect(config: pg.ClientConfig, count: () => void): Promise<Connection> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  await client.connect();
  // Planning over monthly partitions is a visible cost: the writers' few statements are planned once.
  await client.query("set plan_cache_mode = 'force_generic_plan'");
  return { ...sessionOn(client, count, true), close: () => client.end() };
}

function sessionOn(client: pg.ClientBase, count: () => void, prepares: boolean): Session {
  const send = async <Row>(statement: Statement<Row>): Promise<readonly Row[]> => {
    const result = await client.query({
      text: statement.text,
      values: [...statement.values],
      ...(prepares && statement.name !== undefined ? { name: statement.name } : {}),
    });
    return result.rows as Row[];
  };
  return {
    run(statement) {
      count();
      return send(statement);
    },
    async pipeline(statements) {
      count();
      const settled = await Promise.allSettled(statements.map((statement) => send(statement)));
      const failed = settled.find((one) => one.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
      return settled.map((one) => (one.status === 'fulfilled' ? one.value : [])) as RowsOf<
        typeof statements
      >;
    },
  };
}

/**
 * Whether the connection is of no use any more: SQLSTATE classes 08 and 57P, a server that has become a
 * standby (25006) or is full (53300), or an error of the socket.
 */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (/^(08|57P|25006|53300)/.test(code)) return true;
  return (
    /^E[A-Z_]+$/.test(code) ||
    /connection|terminated|not queryable|read timeout|timeout e(xceeded|xpired)/i.test(
      error.message,
    )
  );
}

/** SQLSTATE of a database error; empty when there is none. */
export function sqlState(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  const code = String(error.code);
  return /^[0-9A-Z]{5}$/.test(code) ? code : '';
}
