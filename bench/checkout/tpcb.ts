import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
const PLACES = ['/usr/bin/pgbench', '/usr/lib/postgresql/15/bin/pgbench'];
const DATABASE = 'bench_tpcb';
const SCALE = 50;

/** pgbench's TPC-B-like script on the same server; undefined where pgbench is not installed. */
export type Tpcb = { readonly transactionsPerSecond: (seconds: number) => Promise<number> };

/** Finds pgbench and makes its tables (scale 50: 5 million accounts). */
export async function openTpcb(adminUrl: string): Promise<Tpcb | undefined> {
  const program = PLACES.find((place) => existsSync(place));
  if (program === undefined) return undefined;
  const url = new URL(adminUrl);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`create database ${DATABASE}`);
  await client.end();
  const environment = {
    ...process.env,
    PGHOST: url.hostname,
    PGPORT: url.port,
    PGUSER: url.username,
    PGPASSWORD: url.password,
  };
  const pgbench = (...args: string[]) => run(program, [...args, DATABASE], { env: environment });
  await pgbench('-i', '-q', '-s', String(SCALE));
  return {
    async transactionsPerSecond(seconds) {
      const { stdout } = await pgbench(
        '-M',
        'prepared',
        '-c',
        '32',
        '-j',
        '1',
        '-T',
        String(seconds),
      );
      const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
      if (tps === undefined) throw new Error(`pgbench said no tps:\n${stdout}`);
      return Number(tps);
    },
  };
}
