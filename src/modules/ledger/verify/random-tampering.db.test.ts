import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { memberWireId } from '#modules/members/core/index.ts';
import { openDatabase, rawSql } from '#platform/db/index.ts';
import { present } from '#shared/assert.ts';
import { memberId } from '#shared/ids.ts';
import { randomOf } from '../../../../db/seed/random.ts';
import { ledgerLife } from '../../../../tests/support/ledger-life.ts';
import { makeAnchor } from './make-anchor.ts';
import { verifyLedger } from './verify-ledger.ts';

const TIMES = Number(process.env['TAMPERINGS'] ?? '60');
const SEED = process.env['TAMPERINGS_SEED'] ?? String(Date.now());

const random = randomOf(`tampering-${SEED}`);
const life = await ledgerLife(`tampered-${SEED}`, 6);
for (let week = 0; week < 3; week += 1) {
  await life.live(60);
  await makeAnchor(life.db, life.secrets, life.clock.now());
}
await life.live(20);

const admin = openDatabase({ url: life.adminUrl, applicationName: 'kopilka-intruder', max: 1 });
after(() => admin.close());
const run = (text: string) => admin.run(rawSql(text));
const TABLES = ['entry', 'account', 'lot'] as const;
await run('create schema safe');
for (const table of TABLES) await run(`create table safe.${table} as table ledger.${table}`);
// The last column of a lot is worked out from the others.
await run('alter table safe.lot drop column is_live');

/** Changes to one row, each another one than the row has. */
const CHANGES: Readonly<Record<(typeof TABLES)[number], readonly string[]>> = {
  entry: [
    "posted_at = posted_at + (1 + $n) * interval '1 ms'",
    "occurred_at = occurred_at - (1 + $n) * interval '1 ms'",
    "operation_id = md5('$n')::uuid",
    "receipt_id = md5('$n')::uuid",
    "kind = kind || '$n'",
    'amount = amount + 1 + $n',
    'held_change = held_change - 1 - $n',
    'balance_after = balance_after + 1 + $n',
    'debt_after = debt_after + 1 + $n',
    "contra_account = contra_account || '$n'",
    "partner_code = partner_code || '$n'",
    "memo = coalesce(memo, '') || '$n'",
    "lot_terms = coalesce(lot_terms, '') || '$n'",
    'lot_amounts = lot_amounts || $n::bigint',
    'lot_ids = lot_ids || operation_id',
    "prev_hash = sha256('$n')",
    "hash = sha256('$n')",
    'seq = seq + 1000000 + $n',
    "currency_code = currency_code || '$n'",
  ],
  account: [
    'balance = balance + 1 + $n',
    'debt = debt + 1 + $n',
    'balance = balance + 1 + $n, held = held + 1 + $n',
    'is_expiry_suspended = not is_expiry_suspended',
    'seq = seq + 1 + $n',
    "last_hash = sha256('$n')",
  ],
  lot: [
    'remaining = remaining + 1 + $n, amount = amount + 1 + $n',
    'remaining = remaining + 1 + $n, amount = amount + 1 + $n, held = held + 1 + $n',
    "active_from = active_from + (1 + $n) * interval '1 ms'",
    "expires_at = coalesce(expires_at, active_from) + (1 + $n) * interval '1 ms'",
    "awaits = coalesce(awaits, '') || 'x$n'",
    "currency_code = currency_code || '$n'",
  ],
};

type Victim = {
  readonly ctid: string;
  readonly part: string;
  readonly m: number;
  readonly c: string;
  readonly s: number;
};

/** Which rows may be a victim: an account that nothing happened to and a lot of no entry prove nothing. */
const KNOWN = {
  entry: 'true',
  account: 'x.seq > 0',
  lot: `exists (select from ledger.entry e where e.member_id = x.member_id and x.id = any(e.lot_ids))`,
} as const;

async function victimOf(table: (typeof TABLES)[number]): Promise<Victim> {
  const seq = table === 'lot' ? '0' : 'x.seq';
  const rows = await run(`select x.ctid::text as ctid, x.tableoid::regclass::text as part,
    x.member_id as m, x.currency_code as c, ${seq} as s
    from ledger.${table} x where ${KNOWN[table]} order by x.member_id, x.currency_code, x.ctid`);
  return random.pick(rows as Victim[]);
}

async function restore(): Promise<void> {
  for (const table of TABLES) {
    await run(`truncate ledger.${table}`);
    await run(`insert into ledger.${table} select * from safe.${table}`);
  }
}

test(`any change of any row is found and named (TAMPERINGS_SEED=${SEED})`, async () => {
  assert.deepEqual((await verifyLedger(life, { mode: 'full' })).findings, []);
  for (let n = 0; n < TIMES; n += 1) {
    const table = present(TABLES[random.weighted([6, 2, 2])], 'table');
    const isGone = random.chance(15);
    const change = isGone
      ? 'deleted'
      : random.pick(CHANGES[table]).replaceAll('$n', String(random.int(9)));
    const { ctid, part, m, c, s } = await victimOf(table);
    const where = `where ctid = '${ctid}'`;
    await run(
      isGone
        ? `delete from ${part} ${where}`
        : `update ledger.${table} set ${change} where tableoid = '${part}'::regclass and ctid = '${ctid}'`,
    );
    const { findings } = await verifyLedger(life, { mode: 'full' });
    const own = findings.filter(
      (one) => one.member === memberWireId(memberId(m)) && one.currencyCode === c,
    );
    const what = `${n}: ${table} ${m} ${c} ${s}: ${change}: ${JSON.stringify(findings)}`;
    if (table === 'entry') {
      const isNamed = own.some((one) => (one.seq ?? 0) <= s && s <= (one.seqTo ?? one.seq ?? 0));
      assert.ok(isNamed, what);
    } else assert.ok(own.length > 0, what);
    await restore();
  }
  assert.deepEqual((await verifyLedger(life, { mode: 'full' })).findings, []);
});
