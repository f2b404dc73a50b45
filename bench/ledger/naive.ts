import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { uuidv7 } from '#shared/ids.ts';
import { type Flow, keepBusy } from './flow.ts';

// The way points with lots are usually moved: one transaction and nine to eleven round trips per operation,
// prepared statements, a pool of 32. No expiry, no chain of hashes, no receipts: less than ours does.
const CONNECTIONS = 32;
const ACCOUNT = 1;

const TABLES = `
  create schema if not exists bench_naive;
  create table if not exists bench_naive.account
    (id bigint primary key, balance bigint not null check (balance >= 0));
  create table if not exists bench_naive.idempotency
    (key uuid primary key, request_hash bytea not null, answer jsonb not null);
  create table if not exists bench_naive.lot
    (id bigint generated always as identity primary key, account_id bigint not null,
     remaining bigint not null check (remaining >= 0), at timestamptz not null);
  create index if not exists lot_account on bench_naive.lot (account_id, id) where remaining > 0;
  create table if not exists bench_naive.ledger
    (id bigint generated always as identity primary key, account_id bigint not null,
     operation_id uuid not null, amount bigint not null, balance_after bigint,
     at timestamptz not null);
  create index if not exists ledger_account on bench_naive.ledger (account_id, at);`;

/** A statement under its name: the connection prepares it once. */
type Ask = (name: string, text: string, values: unknown[]) => Promise<pg.QueryResult>;

/** The naive peer. */
export type Naive = {
  /** Moves points of its one account for so many seconds. */
  readonly transferFor: (seconds: number) => Promise<Flow>;
  readonly close: () => Promise<void>;
};

/** Makes the peer's tables with one account that holds `points` in one lot, and opens its pool. */
export async function openNaive(url: string, points: number): Promise<Naive> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  await pool.query(TABLES);
  await pool.query('insert into bench_naive.account values ($1, $2)', [ACCOUNT, points]);
  await pool.query(ADD_LOT, [ACCOUNT, points]);
  let count = 0;
  const transfer = () => {
    count += 1;
    const size = 1 + ((count >> 1) % 100);
    return inTransaction(pool, (ask) => move(ask, count % 2 === 0 ? size : -size));
  };
  return {
    transferFor: (seconds) => keepBusy(CONNECTIONS, seconds, transfer),
    close: () => pool.end(),
  };
}

async function inTransaction(pool: pg.Pool, work: (ask: Ask) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await work((name, text, values) => client.query({ name, text, values }));
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function move(ask: Ask, points: number): Promise<void> {
  const id = uuidv7(Date.now(), randomBytes(10));
  const stored = await ask('n1', FIND_ANSWER, [id]);
  if (stored.rows.length > 0) return;
  const { rows } = await ask('n2', LOCK_ACCOUNT, [ACCOUNT]);
  const balance = Number(rows[0].balance) + points;
  if (balance < 0) throw new Error('the naive account has run dry');
  if (points > 0) await ask('n3', ADD_LOT, [ACCOUNT, points]);
  else await draw(ask, -points);
  await ask('n4', ADD_ENTRY, [ACCOUNT, id, points, balance]);
  await ask('n4', ADD_ENTRY, [0, id, -points, null]);
  await ask('n5', 'update bench_naive.account set balance = $2 where id = $1', [ACCOUNT, balance]);
  const answer = JSON.stringify({ id, points, balance });
  await ask('n6', 'insert into bench_naive.idempotency values ($1, $2, $3)', [
    id,
    randomBytes(32),
    answer,
  ]);
}

async function draw(ask: Ask, points: number): Promise<void> {
  const lots = await ask('n7', READ_LOTS, [ACCOUNT]);
  let left = points;
  for (const { id, remaining } of lots.rows) {
    if (left === 0) return;
    const taken = Math.min(left, Number(remaining));
    left -= taken;
    const text = 'update bench_naive.lot set remaining = remaining - $2 where id = $1';
    await ask('n8', text, [id, taken]);
  }
}

const FIND_ANSWER = 'select request_hash, answer from bench_naive.idempotency where key = $1';
const LOCK_ACCOUNT = 'select balance from bench_naive.account where id = $1 for update';
const ADD_LOT = 'insert into bench_naive.lot (account_id, remaining, at) values ($1, $2, now())';
const READ_LOTS = `select id, remaining from bench_naive.lot
  where account_id = $1 and remaining > 0 order by id`;
const ADD_ENTRY = `insert into bench_naive.ledger
  (account_id, operation_id, amount, balance_after, at) values ($1, $2, $3, $4, now())`;
