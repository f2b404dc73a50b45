import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { memberWireId } from '#modules/members/core/index.ts';
import { openDatabase, rawSql } from '#platform/db/index.ts';
import { present } from '#shared/assert.ts';
import { mintMemberId } from '#shared/ids.ts';
import { ledgerLife } from '../../../../tests/support/ledger-life.ts';
import { type Entry, NO_HASH } from '../core/index.ts';
import { sealEntries } from '../seal-entries.ts';
import { readEntryLines } from '../sql/verify-rows.ts';
import { writeEntries } from '../sql/write-entries.ts';
import type { Anchor } from './anchor.ts';
import { entryFromLine } from './entry-row.ts';
import type { Finding } from './finding.ts';
import { lotTermsOf } from './lot-terms.ts';
import { makeAnchor } from './make-anchor.ts';
import { verifyLedger } from './verify-ledger.ts';

// An intruder who knows the whole algorithm: makes every hash, sum and row of an account right again.

const life = await ledgerLife('forgery', 3);
/** The victim: earns and spends between the others, and moves once more after the last anchor. */
const owner = mintMemberId(new Uint8Array([1, 2, 3, 4, 5]), 77);
const currencyCode = 'miles';
const earn = () => life.ask(owner, 'earn', { currencyCode, points: 50, promotionCode: 'base' });
const anchors: Anchor[] = [];
for (let week = 0; week < 4; week += 1) {
  await life.live(25);
  await earn();
  await earn();
  await life.ask(owner, 'spend', { currencyCode, points: 30 });
  await life.live(5);
  anchors.push(present(await makeAnchor(life.db, life.secrets, life.clock.now()), 'anchor'));
}
await life.live(20);
await earn();

const admin = openDatabase({ url: life.adminUrl, applicationName: 'kopilka-forger', max: 1 });
after(() => admin.close());
const run = (text: string) => admin.run(rawSql(text));
const TABLES = ['entry', 'account', 'lot', 'hold'];
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

const where = `member_id = ${owner} and currency_code = '${currencyCode}'`;
const named = { member: memberWireId(owner), currencyCode } as const;

async function readEntries(): Promise<readonly Entry[]> {
  const key = { bucket: String(owner % 16_384), member_id: String(owner) };
  const entries: Entry[] = [];
  for await (const page of readEntryLines(admin, { members: [key] })) {
    entries.push(...page.map(({ line }) => entryFromLine(line).entry));
  }
  return entries.filter((entry) => entry.account.currencyCode === currencyCode);
}

/** Replaces the account's history and makes everything fit it. */
async function forge(edit: (entries: readonly Entry[]) => readonly Entry[]): Promise<void> {
  const entries = sealEntries(edit(await readEntries()), NO_HASH);
  await run(`delete from ledger.entry where ${where}`);
  if (entries.length > 0) await admin.run(writeEntries(entries));
  const last = entries.at(-1);
  const hash = last?.hash ?? NO_HASH;
  await run(`update ledger.account set seq = ${last?.seq ?? 0}, last_hash = '\\x${hash}', unspendable = 0,
    balance = ${last?.balanceAfter ?? 0}, debt = ${last?.debtAfter ?? 0} where ${where}`);
  const sums = `select coalesce(sum(x.amount), 0) from ledger.entry e,
    unnest(e.lot_ids, e.lot_amounts) as x (id, amount)
    where e.member_id = l.member_id and e.currency_code = l.currency_code and x.id = l.id`;
  await run(`update ledger.lot l set remaining = (${sums}), amount = greatest(amount, (${sums}))
    where ${where}`);
  for (const { lotId, activeFrom, expiresAt, awaits } of entries.flatMap(lotTermsOf)) {
    const moment = (ms: number | null) => (ms === null ? 'null' : `to_timestamp(${ms / 1000})`);
    await run(`update ledger.lot set active_from = ${moment(activeFrom)}, expires_at = ${moment(expiresAt)},
      awaits = ${awaits === null ? 'null' : `'${awaits}'`} where id = '${lotId}'`);
  }
}

async function findingsOf(mode: 'full' | 'incremental'): Promise<readonly Finding[]> {
  return (await verifyLedger(life, { mode })).findings;
}

const original = await readEntries();
const cuts = anchors.map((anchor) => anchor.cutAt);
const lastCut = present(cuts.at(-1), 'cut');
const anchored = original.filter((entry) => entry.postedAt < lastCut);
const anchorOf = (entry: Entry) => cuts.findIndex((cut) => entry.postedAt < cut) + 1;

const forgeries = [
  {
    name: 'a cut tail with everything else made to fit it',
    edit: () => original.slice(0, anchored.length - 3),
    expected: () =>
      tailFindings(
        original.slice(anchored.length - 3, anchored.length),
        original[anchored.length - 4],
      ),
  },
  {
    name: 'an account that was never there',
    edit: () => [],
    expected: () => tailFindings(anchored, undefined),
  },
  {
    name: 'a history with one point more from some entry on',
    edit: () => original.map((entry, place) => (place < 4 ? entry : raised(entry, place === 4))),
    expected: () => {
      const first = present(original[4], 'entry');
      return [{ code: 'anchored-entry-changed', anchor: anchorOf(first) }];
    },
  },
  {
    name: 'an entry that was dated back under an anchor',
    edit: () => [...anchored, ...[backdated(anchored)]],
    expected: () => [
      { code: 'anchored-entry-added', seq: anchored.length + 1, anchor: anchors.length },
    ],
  },
];

/** One finding for each anchor that knows some of the missing entries. */
function tailFindings(missing: readonly Entry[], kept: Entry | undefined) {
  return [...Map.groupBy(missing, anchorOf)].map(([anchor, some]) => {
    const seqTo = present(some.at(-1), 'entry').seq;
    const own = original.filter((entry) => anchorOf(entry) === anchor && !missing.includes(entry));
    const seq = (own.at(-1)?.seq ?? kept?.seq ?? 0) + 1;
    return { code: 'anchored-entry-missing', anchor, seq, ...(seqTo > seq ? { seqTo } : {}) };
  });
}

/** The first raised entry has a point more in a lot of its own, the others its balance. */
function raised(entry: Entry, isFirst: boolean): Entry {
  const balanceAfter = entry.balanceAfter + 1;
  if (!isFirst) return { ...entry, balanceAfter };
  const lots = [...entry.lots, { id: '00000000-0000-7000-8000-000000000009', amount: 1 }];
  return { ...entry, balanceAfter, amount: entry.amount + 1, lots };
}

function backdated(entries: readonly Entry[]): Entry {
  const last = present(entries.at(-1), 'entry');
  const more = {
    seq: last.seq + 1,
    kind: 'suspension',
    amount: 0,
    lots: [],
    memo: 'resumed',
  } as const;
  return { ...last, ...more, contraAccount: 'member', receiptId: null };
}

for (const { name, edit, expected } of forgeries) {
  test(`the anchors name account and entries of ${name}`, async () => {
    await forge(edit);
    try {
      const findings = (await findingsOf('full')).filter((one) => one.code.startsWith('anchored'));
      for (const one of expected()) {
        const match = findings.find((finding) =>
          Object.entries({ ...named, ...one }).every(
            ([key, value]) => finding[key as keyof Finding] === value,
          ),
        );
        assert.ok(match, JSON.stringify({ one, findings }, null, 1));
      }
    } finally {
      await restore();
    }
  });
}

test('an incremental run sees a cut tail whose account has not moved since', async () => {
  await forge(() => original.slice(0, anchored.length - 1));
  try {
    const since = { anchor: anchors.length - 1 };
    const { findings } = await verifyLedger(life, { mode: 'incremental', since });
    assert.ok(
      findings.some((one) => one.code === 'anchored-entry-missing' && one.member === named.member),
    );
  } finally {
    await restore();
  }
});

test('what is forged after the last anchor is only as good as the chain, which fits', async () => {
  assert.ok(original.length > anchored.length, 'the victim has entries after the last anchor');
  await forge(() => anchored);
  try {
    assert.deepEqual(await findingsOf('full'), []);
  } finally {
    await restore();
  }
});

test('whatever is restored is clean again', async () => {
  assert.deepEqual(await findingsOf('full'), []);
});
