import pg from 'pg';
import type { Flow } from './in-process.ts';
import { benchOpId, benchReceipt } from './receipt.ts';

// The way a checkout is usually written: one transaction and nine round trips per receipt, prepared
// statements, a pool of 32. No promotions, no lots, no chain, no outbox: less than ours does.
const CONNECTIONS = 32;

const TABLES = `
  create schema if not exists bench_naive;
  create table if not exists bench_naive.account
    (id bigint primary key, balance bigint not null check (balance >= 0));
  create table if not exists bench_naive.idempotency
    (key uuid primary key, answer jsonb not null);
  create table if not exists bench_naive.receipt
    (id uuid primary key, account_id bigint not null, at timestamptz not null, lines jsonb not null);
  create index if not exists receipt_account on bench_naive.receipt (account_id, at);
  create table if not exists bench_naive.ledger
    (id bigint generated always as identity primary key, account_id bigint not null,
     receipt_id uuid not null, amount bigint not null, at timestamptz not null);
  create index if not exists ledger_account on bench_naive.ledger (account_id, at);
  insert into bench_naive.account select n, 0 from generate_series(1, 10000) as n on conflict do nothing;`;

/** The naive peer. */
export type Naive = {
  readonly confirmFor: (accountOf: () => number, seconds: number) => Promise<Flow>;
  readonly close: () => Promise<void>;
};

/** Makes the peer's tables and opens its pool. */
export async function openNaive(url: string): Promise<Naive> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  await pool.query(TABLES);
  return {
    async confirmFor(accountOf, seconds) {
      const started = performance.now();
      const end = started + seconds * 1000;
      let receipts = 0;
      const hand = async (): Promise<void> => {
        while (performance.now() < end) {
          await confirmOne(pool, accountOf() + 1);
          receipts += 1;
        }
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, hand));
      return { receipts, perSecond: (receipts * 1000) / (performance.now() - started) };
    },
    close: () => pool.end(),
  };
}

async function confirmOne(pool: pg.Pool, account: number): Promise<void> {
  const id = benchOpId();
  const request = benchReceipt('');
  const points = Math.floor(
    request.lines.reduce((sum, line) => sum + line.priceKopecks, 0) / 10_000,
  );
  const client = await pool.connect();
  const ask = (name: string, text: string, values: unknown[]) =>
    client.query({ name, text, values });
  try {
    await client.query('begin');
    await ask('n1', 'select answer from bench_naive.idempotency where key = $1', [id]);
    const { rows } = await ask(
      'n2',
      'select balance from bench_naive.account where id = $1 for update',
      [account],
    );
    const balance = Number(rows[0].balance) + points;
    await ask(
      'n3',
      'insert into bench_naive.receipt (id, account_id, at, lines) values ($1, $2, now(), $3)',
      [id, account, JSON.stringify(request.lines)],
    );
    await ask('n4', LEDGER, [account, id, points]);
    await ask('n4', LEDGER, [0, id, -points]);
    await ask('n5', 'update bench_naive.account set balance = $2 where id = $1', [
      account,
      balance,
    ]);
    await ask('n6', 'insert into bench_naive.idempotency (key, answer) values ($1, $2)', [
      id,
      JSON.stringify({ id, balance }),
    ]);
    await client.query('commit');
  } finally {
    client.release();
  }
}

const LEDGER =
  'insert into bench_naive.ledger (account_id, receipt_id, amount, at) values ($1, $2, $3, now())';
