import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { exportJournal, type JournalRequest } from '#modules/ledger/index.ts';
import { memberWireId } from '#modules/members/core/index.ts';
import { type Database, sql } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';

/** Where `npm test` has found or installed it, else where Debian has it. */
const PROGRAM = process.env['HLEDGER_PATH'] ?? '/usr/bin/hledger';

/** Why tests that need hledger cannot run; false = they can. */
export const withoutHledger: string | false = existsSync(PROGRAM)
  ? false
  : 'no hledger on this machine: apt-get install hledger, or name it in HLEDGER_PATH';

/** Writes a journal into a folder. @returns its path */
export async function journalIn(
  folder: string,
  db: Database,
  request: JournalRequest = {},
): Promise<string> {
  const path = join(folder, 'points.journal');
  const file = createWriteStream(path);
  await exportJournal(db, request, async (text) => {
    file.write(text);
  });
  file.end();
  await finished(file);
  return path;
}

/** Runs hledger over a journal. @throws Error with its words when it is not content */
export function hledger(journal: string, ...args: readonly string[]): string {
  // Its locale must be one of UTF-8, whatever the machine has.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const done = spawnSync(PROGRAM, ['-f', journal, ...args], { encoding: 'utf8', env });
  if (done.status === 0) return done.stdout;
  throw new Error(`hledger ${args.join(' ')}: ${done.stderr}`);
}

/** Balances by account and commodity, as hledger works them out: `member:… bonus` → `12.50`. */
export function balancesBy(journal: string, ...args: readonly string[]): Map<string, string> {
  const csv = hledger(journal, 'balance', '-O', 'csv', '--flat', '-N', '--layout=bare', ...args);
  const rows = csv.trim().split('\n').slice(1);
  return new Map(
    rows.map((row) => {
      const [account = '', commodity = '', balance = ''] = row.slice(1, -1).split('","');
      return [`${account} ${commodity}`, balance];
    }),
  );
}

type AccountRow = {
  readonly member_id: MemberId;
  readonly currency_code: string;
  readonly balance: number;
  readonly debt: number;
  readonly held: number;
  readonly divisibility: number;
};

/** The same balances by our own table of accounts; what is nothing is left out, as hledger does. */
export async function accountBalances(db: Database): Promise<Map<string, string>> {
  const rows = await db.run(sql<AccountRow>`
    select a.member_id, a.currency_code, a.balance, a.debt, a.held, c.divisibility
    from ledger.account a
    join ledger.currency c on c.code = a.currency_code`);
  const places = rows.flatMap((row) => {
    const name = `member:${memberWireId(row.member_id)}`;
    const amount = (points: number) => (points / 10 ** row.divisibility).toFixed(row.divisibility);
    return [
      [`${name}:available ${row.currency_code}`, amount(row.balance - row.held)],
      [`${name}:held ${row.currency_code}`, amount(row.held)],
      [`${name}:debt ${row.currency_code}`, amount(-row.debt)],
    ] as const;
  });
  return new Map(places.filter(([, balance]) => Number(balance) !== 0));
}
