import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './generated/row-types.ts';
import { parametersOf } from './parameters.ts';
import type { Connection, RowsOf, Session } from './session.ts';
import type { Statement } from './sql.ts';
import { typeParsers } from './types.ts';
import { openWriter } from './writer.ts';

export type { Connection, Session } from './session.ts';
export { rawSql, type Statement, sql } from './sql.ts';

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
/** A server that stands still inside a transaction (a paused machine) must not commit it much later. */
const IDLE_IN_TRANSACTION_MS = 15_000;
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
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
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
    run: (statement) => onClient((client) => sessionOn(client, count).run(statement)),
    pipeline: (statements) => onClient((client) => sessionOn(client, count).pipeline(statements)),
    transaction: (work) => onClient((client) => inTransaction(sessionOn(client, count), work)),
    connect: (applicationName) =>
      openWriter({ ...config, application_name: applicationName }, count),
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

function sessionOn(client: pg.ClientBase, count: () => void): Session {
  const send = async <Row>(statement: Statement<Row>): Promise<readonly Row[]> => {
    const result = await client.query(statement.text, parametersOf(statement));
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
