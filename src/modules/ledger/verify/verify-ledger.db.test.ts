import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { memberWireId } from '#modules/members/core/index.ts';
import { openDatabase, rawSql, sql } from '#platform/db/index.ts';
import { deriveSecrets } from '#platform/secrets.ts';
import { present } from '#shared/assert.ts';
import { type MemberId, mintMemberId } from '#shared/ids.ts';
import { ledgerLife } from '../../../../tests/support/ledger-life.ts';
import type { Anchor } from './anchor.ts';
import { anchorKey } from './anchor-key.ts';
import { anchorLine } from './anchor-line.ts';
import type { Finding, FindingCode } from './finding.ts';
import { makeAnchor } from './make-anchor.ts';
import { type VerifyRequest, verifyLedger } from './verify-ledger.ts';

// A few weeks of everything, anchored five times, and a day that no anchor covers yet. Between the others
// two members live a quiet life: theirs are the accounts that are tampered with.
const life = await ledgerLife('verify');
const owners = [1, 2].map((n) => mintMemberId(new Uint8Array([1, 2, 3, 4, n]), 70 + n));
const currencyCode = 'miles';
async function live(steps: number): Promise<void> {
  await life.live(steps);
  for (const owner of owners) {
    await life.ask(owner, 'earn', { currencyCode, points: 50, promotionCode: 'base' });
    await life.ask(owner, 'spend', { currencyCode, points: 30 });
  }
  await life.live(3);
}
const anchors: Anchor[] = [];
for (let week = 0; week < 5; week += 1) {
  await live(40);
  anchors.push(present(await makeAnchor(life.db, life.secrets, life.clock.now()), 'anchor'));
}
await live(20);

const admin = openDatabase({ url: life.adminUrl, applicationName: 'kopilka-intruder', max: 1 });
after(() => admin.close());
const run = (text: string) => admin.run(rawSql(text));
const TABLES = ['entry', 'account', 'lot', 'hold', 'anchor'];
await run('create schema safe');
for (const table of TABLES) await run(`create table safe.${table} as table ledger.${table}`);
// The last column of a lot is worked out from the others.
await run('alter table safe.lot drop column is_live');

async function restore(): Promise<void> {
  for (const table of TABLES) {
    await run(`truncate ledger.${table}`);
    await run(`insert into ledger.${table} select * from safe.${table}`);
  }
}

async function* lines(): AsyncGenerator<string> {
  for (const anchor of anchors) yield anchorLine(anchor);
}

/** An account with a name that statements and findings use. */
type Target = {
  readonly where: string;
  readonly member: string;
  readonly seq: number;
};

async function targetOf(owner: MemberId): Promise<Target> {
  const where = `member_id = ${owner} and currency_code = '${currencyCode}'`;
  const [row] = await run(`select seq from ledger.account where ${where}`);
  return { where, member: memberWireId(owner), seq: (row as { seq: number }).seq };
}

const target = await targetOf(present(owners[0], 'owner'));
const other = await targetOf(present(owners[1], 'owner'));

async function verify(request: VerifyRequest): Promise<readonly Finding[]> {
  const report = await verifyLedger(life, request);
  assert.equal(report.isClean, report.findings.length === 0);
  return report.findings;
}

/** What must be among the findings. */
type Expected = Partial<Finding> & { readonly code: FindingCode };

function assertFound(findings: readonly Finding[], expected: Expected): void {
  const isMatch = (finding: Finding) =>
    Object.entries(expected).every(([name, value]) => finding[name as keyof Finding] === value);
  assert.ok(findings.some(isMatch), JSON.stringify({ expected, findings }, null, 1));
}

const { where, member, seq } = target;
const named = { member, currencyCode } as const;
const entry = (n: number) => `ledger.entry where ${where} and seq = ${n}`;
const change = (set: string, n: number) =>
  `update ledger.entry set ${set} where ${where} and seq = ${n}`;

type Tampering = {
  readonly name: string;
  readonly statements: readonly string[];
  readonly expected: readonly Expected[];
};

const changed = (name: string, set: string): Tampering => ({
  name: `an entry's ${name} was changed`,
  statements: [change(set, 4)],
  expected: [{ code: 'entry-changed', ...named, seq: 4 }],
});

const ENTRIES: readonly Tampering[] = [
  changed('amount', 'amount = amount + 1'),
  changed('balance', 'balance_after = balance_after + 1'),
  changed('debt', 'debt_after = debt_after + 1'),
  changed('reserved change', 'held_change = held_change - 1'),
  changed('amount beyond what a number can be', 'amount = 9223372036854775807'),
  changed('kind', "kind = 'gift'"),
  changed('contra account', "contra_account = 'adjustments'"),
  changed('partner', "partner_code = partner_code || 'x'"),
  changed('memo', "memo = coalesce(memo, '') || 'x'"),
  changed('lot terms', "lot_terms = coalesce(lot_terms, '') || ';'"),
  changed('operation', "operation_id = '00000000-0000-7000-8000-000000000000'"),
  changed('receipt', "receipt_id = '00000000-0000-7000-8000-000000000000'"),
  changed('moment by a microsecond', "posted_at = posted_at + interval '1 microsecond'"),
  changed('moment by a month', "posted_at = posted_at + interval '1 month'"),
  changed('business moment', "occurred_at = occurred_at - interval '1 second'"),
  changed('business moment to no moment', "occurred_at = 'infinity'"),
  changed('lots', 'lot_amounts = lot_amounts || 1::bigint, lot_ids = lot_ids || operation_id'),
  changed('lot amounts alone', 'lot_amounts = lot_amounts || 5::bigint'),
  changed('hash', "hash = sha256('x')"),
  changed('previous hash', "prev_hash = sha256('x')"),
  {
    name: 'an entry in the middle was deleted',
    statements: [`delete from ${entry(5)}`],
    expected: [{ code: 'entry-missing', ...named, seq: 5 }],
  },
  {
    name: 'three entries in the middle were deleted',
    statements: [`delete from ledger.entry where ${where} and seq between 3 and 5`],
    expected: [{ code: 'entry-missing', ...named, seq: 3, seqTo: 5 }],
  },
  {
    name: 'the first entry was deleted',
    statements: [`delete from ${entry(1)}`],
    expected: [{ code: 'entry-missing', ...named, seq: 1 }],
  },
  {
    name: 'the last entries were cut off',
    statements: [`delete from ledger.entry where ${where} and seq > ${seq - 2}`],
    expected: [{ code: 'entry-missing', ...named, seq: seq - 1, seqTo: seq }],
  },
  {
    name: 'all entries were deleted',
    statements: [`delete from ledger.entry where ${where}`],
    expected: [{ code: 'entry-missing', ...named, seq: 1, seqTo: seq }],
  },
  {
    name: 'two entries have changed places',
    statements: [change('seq = 100000', 4), change('seq = 4', 5), change('seq = 5', 100_000)],
    expected: [
      { code: 'entry-changed', ...named, seq: 4 },
      { code: 'entry-changed', ...named, seq: 5 },
    ],
  },
  {
    name: 'an entry stands there twice',
    statements: [
      `create temp table twin as select * from ${entry(4)}`,
      "update twin set posted_at = posted_at + interval '1 day'",
      'insert into ledger.entry select * from twin',
      'drop table twin',
    ],
    expected: [{ code: 'entry-doubled', ...named, seq: 4 }],
  },
  {
    name: 'an entry was added at the end',
    statements: [
      `create temp table twin as select * from ${entry(seq)}`,
      `update twin set seq = ${seq + 1}, prev_hash = hash`,
      'insert into ledger.entry select * from twin',
      'drop table twin',
    ],
    expected: [
      { code: 'entry-changed', ...named, seq: seq + 1 },
      { code: 'entry-unknown', ...named, seq: seq + 1 },
    ],
  },
  {
    name: 'two members were swapped',
    statements: [
      `create temp table pair as select member_id, bucket, seq from ledger.account
         where ${where} or (${other.where})`,
      `create temp table moved as select e.* from ledger.entry e
         where (${where}) or (${other.where})`,
      `delete from ledger.entry where (${where}) or (${other.where})`,
      `update moved m set member_id = p.member_id, bucket = p.bucket
         from pair p where p.member_id <> m.member_id`,
      'insert into ledger.entry select * from moved',
      'drop table pair, moved',
    ],
    expected: [
      { code: 'entry-changed', ...named, seq: 1 },
      { code: 'entry-changed', member: other.member, currencyCode, seq: 1 },
    ],
  },
];

const lotChange = (set: string, condition: string) =>
  `update ledger.lot set ${set} where id = (select id from ledger.lot
    where ${where} and remaining > 0 and ${condition} order by id limit 1)`;

const account = (name: string, set: string): Tampering => ({
  name: `an account's ${name} was changed`,
  statements: [`update ledger.account set ${set} where ${where}`],
  expected: [{ code: 'account-differs', ...named, seq }],
});

const ACCOUNTS: readonly Tampering[] = [
  account('balance', 'balance = balance + 1'),
  account('debt', 'debt = debt + 1'),
  account('last hash', "last_hash = sha256('x')"),
  account('suspension', 'is_expiry_suspended = not is_expiry_suspended'),
  account('reserve', 'held = held + 1, balance = balance + 1'),
  {
    name: 'an account was deleted',
    statements: [`delete from ledger.account where ${where}`],
    expected: [{ code: 'account-missing', ...named, seq }],
  },
  {
    name: 'an account counts one more',
    statements: [`update ledger.account set seq = seq + 1 where ${where}`],
    expected: [{ code: 'entry-missing', ...named, seq: seq + 1 }],
  },
  {
    name: 'a lot holds a point more',
    statements: [
      `update ledger.lot set remaining = remaining + 1, amount = amount + 1
      where id = (select id from ledger.lot where ${where} order by id limit 1)`,
    ],
    expected: [{ code: 'lot-differs', ...named }],
  },
  {
    name: 'a lot was given a later end',
    statements: [lotChange("expires_at = expires_at + interval '1 day'", 'expires_at is not null')],
    expected: [{ code: 'lot-terms-differ', ...named }],
  },
  {
    name: 'a lot was made to wake sooner',
    statements: [lotChange("active_from = active_from - interval '1 us'", 'true')],
    expected: [{ code: 'lot-terms-differ', ...named }],
  },
  {
    name: 'a lot waits for something else',
    statements: [lotChange("awaits = 'godot'", 'true')],
    expected: [{ code: 'lot-terms-differ', ...named }],
  },
  {
    name: 'a lot was deleted',
    statements: [`delete from ledger.lot where ${where} and remaining > 0`],
    expected: [{ code: 'lot-differs', ...named }],
  },
  {
    name: 'a lot out of nothing',
    statements: [
      `create temp table twin as select * from ledger.lot where ${where} limit 1`,
      'alter table twin drop column is_live',
      "update twin set id = '00000000-0000-7000-8000-000000000001', remaining = amount",
      'insert into ledger.lot select * from twin',
      'drop table twin',
    ],
    expected: [{ code: 'lot-differs', ...named, lotId: '00000000-0000-7000-8000-000000000001' }],
  },
  {
    name: 'a reserve that no hold has made',
    statements: [
      `insert into ledger.hold select bucket, member_id, '00000000-0000-7000-8000-000000000002',
         currency_code, 5, 0, 'open', now(), now(), '', null, array[id], array[5]
       from ledger.lot where ${where} and remaining > 0 limit 1`,
    ],
    expected: [{ code: 'hold-differs', ...named }],
  },
];

const last = anchors.length;
const anchor = (name: string, statement: string, more: Partial<Finding> = {}): Tampering => ({
  name: `an anchor's ${name} was changed`,
  statements: [`update ledger.anchor set ${statement} where number = 3`],
  expected: [{ code: 'anchor-changed', anchor: 3, ...more }],
});

const ANCHORS: readonly Tampering[] = [
  anchor('digest', 'digests = set_byte(digests, 5, (get_byte(digests, 5) + 1) % 256)'),
  anchor('head', 'heads = set_byte(heads, 5, (get_byte(heads, 5) + 1) % 256)'),
  anchor('cut', "cut_at = cut_at - interval '1 ms'"),
  anchor('moment', "made_at = made_at + interval '1 us'"),
  anchor('count', 'entries = entries + 1'),
  anchor('list of buckets', 'buckets[1] = (buckets[1] + 1) % 16384'),
  anchor('hash', "hash = sha256('x')"),
  anchor('signature', 'signature = set_byte(signature, 5, (get_byte(signature, 5) + 1) % 256)'),
  {
    name: 'an anchor was deleted',
    statements: ['delete from ledger.anchor where number = 2'],
    expected: [{ code: 'anchor-missing', anchor: 2 }],
  },
  {
    name: 'the last two anchors were deleted',
    statements: [`delete from ledger.anchor where number > ${last - 2}`],
    expected: [{ code: 'anchor-missing', anchor: last - 1 }],
  },
  {
    name: 'all anchors were deleted',
    statements: ['truncate ledger.anchor'],
    expected: [{ code: 'anchor-missing', anchor: 1 }],
  },
];

test('a ledger that nobody has touched is clean, in full and since any anchor', async () => {
  const report = await verifyLedger(life, { mode: 'full', copy: lines() });
  assert.deepEqual(report.findings, []);
  assert.equal(report.anchors, 5);
  assert.equal(report.anchoredTo, anchors.at(-1)?.cutAt);
  const [counted] = await life.db.run(sql<{ n: number }>`select count(*) as n from ledger.entry`);
  assert.equal(report.entries, counted?.n);
  assert.ok(report.entriesAfterAnchors > 0);
  for (const { number, cutAt } of anchors) {
    assert.deepEqual(await verify({ mode: 'incremental', since: { anchor: number } }), []);
    assert.deepEqual(await verify({ mode: 'incremental', since: { moment: cutAt } }), []);
  }
});

for (const { name, statements, expected } of [...ENTRIES, ...ACCOUNTS, ...ANCHORS]) {
  test(`the verifier sees and names it when ${name}`, async () => {
    for (const statement of statements) await run(statement);
    try {
      const findings = await verify({ mode: 'full', copy: lines() });
      for (const one of expected) assertFound(findings, one);
    } finally {
      await restore();
    }
  });
}

test('in a snapshot of its own the verifier sees what is not committed', async () => {
  class Undone extends Error {}
  const undone = admin.transaction(async (session) => {
    await session.run(rawSql(`delete from ${entry(5)}`));
    const report = await verifyLedger({ ...life, db: session }, { mode: 'full' });
    assertFound(report.findings, { code: 'entry-missing', ...named, seq: 5 });
    throw new Undone();
  });
  await assert.rejects(undone, Undone);
  assert.deepEqual(await verify({ mode: 'full' }), []);
});

test('an anchor signed with another key is not ours', async () => {
  const key = anchorKey(deriveSecrets(new Uint8Array(32).fill(8)));
  const stolen = present(anchors[2], 'anchor');
  const signature = key.sign(stolen.hash);
  await run(`update ledger.anchor set signature = '\\x${signature}' where number = 3`);
  try {
    assertFound(await verify({ mode: 'full' }), { code: 'anchor-changed', anchor: 3 });
    await assert.rejects(
      makeAnchor(life.db, deriveSecrets(new Uint8Array(32).fill(8)), life.clock.now()),
      /not what was signed/,
    );
  } finally {
    await restore();
  }
});

test('a copy that was touched up is told from the anchors in the database', async () => {
  async function* wrong(): AsyncGenerator<string> {
    const first = anchorLine(present(anchors[0], 'anchor'));
    yield first.replace(/"entries":\d+/, '"entries":1');
    yield 'no JSON';
    yield '';
  }
  const findings = await verify({ mode: 'full', copy: wrong() });
  assert.deepEqual(
    findings.map(({ code, detail }) => [code, detail]),
    [
      ['copy-unreadable', 'line 1'],
      ['copy-unreadable', 'line 2'],
    ],
  );
});
