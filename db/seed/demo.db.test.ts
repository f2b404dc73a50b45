import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMemberFinder } from '#modules/members/index.ts';
import { type Database, sql } from '#platform/db/index.ts';
import { deriveSecrets } from '#platform/secrets.ts';
import { aClock } from '../../tests/support/clock.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { checkBooks } from '../../tools/demo/check-books.ts';
import { seedDemo } from './demo.ts';
import { STAFF, seedMembers } from './people.ts';
import { PROMOTIONS } from './promotions.ts';
import { STORES } from './stores.ts';

const { db, url } = await testDatabase();
const deps = {
  databaseUrl: url,
  clock: aClock(),
  secrets: deriveSecrets(Buffer.alloc(32, 3)),
};

async function counts(on: Database): Promise<Record<string, number> | undefined> {
  const [row] = await on.run(sql<Record<string, number>>`
    select
      (select count(*) from partners.store) as stores,
      (select count(*) from members.member) as members,
      (select count(*) from members.card) as cards,
      (select count(*) from access.person) as staff,
      (select jsonb_array_length(r.rules)::bigint from promotions.rule_set r
        join promotions.head h on h.version = r.version) as promotions,
      (select h.version from promotions.head h) as version`);
  return row;
}

test('seeding a fresh database makes the coalition, and seeding it again changes nothing', async () => {
  assert.deepEqual(await seedDemo(deps), { isNew: true });
  const made = await counts(db);
  assert.deepEqual(made, {
    stores: STORES.length,
    members: 200,
    cards: 200,
    staff: STAFF.length,
    promotions: PROMOTIONS.length,
    version: 2,
  });
  assert.deepEqual(await seedDemo(deps), { isNew: false });
  assert.deepEqual(await counts(db), made);
});

test('the tiers of the members are those of the list', async () => {
  const rows = await db.run(sql<{ tier_code: string; n: number }>`
    select m.tier_code, count(*) as n from members.member m group by m.tier_code`);
  const wanted = Map.groupBy(seedMembers(200), (member) => member.tierCode);
  assert.equal(rows.length, wanted.size);
  for (const { tier_code, n } of rows) assert.equal(n, wanted.get(tier_code)?.length);
});

test('the first members have points in every state, and the books are right', async () => {
  const [seen] = await db.run(sql<Record<string, number>>`
    select
      (select count(distinct l.currency_code) from ledger.lot l) as currencies,
      (select count(*) from ledger.lot l where l.awaits is not null) as awaiting,
      (select count(*) from ledger.lot l where l.awaits is null
        and l.active_from > l.earned_at) as sleeping,
      (select count(*) from ledger.hold h where h.state = 'open') as holds,
      (select count(*) from ledger.account a where a.debt > 0) as debtors,
      (select count(*) from ledger.account a where a.is_expiry_suspended) as suspended,
      (select count(*) from ledger.transit t where t.state = 'received') as gifts,
      (select count(*) from ledger.adjustment a where a.state = 'proposed') as waiting,
      (select count(*) from ledger.adjustment a where a.state <> 'proposed') as decided`);
  assert.deepEqual(seen, {
    currencies: 4,
    awaiting: 1,
    sleeping: 2,
    holds: 1,
    debtors: 1,
    suspended: 1,
    gifts: 1,
    waiting: 4,
    decided: 2,
  });
  const { checks } = await checkBooks(db);
  assert.deepEqual(
    checks.filter((check) => check.broken > 0),
    [],
  );
});

test('a seed that is repeated after it was cut short tells no story twice', async () => {
  const entries = async () =>
    (await db.run(sql<{ n: number }>`select count(*) as n from ledger.entry`))[0]?.n;
  const before = await entries();
  const [last] = seedMembers(200).slice(-1);
  const finder = openMemberFinder({ db, secrets: deps.secrets });
  const lastId = await finder.find({ card: last?.card }, '/');
  await db.run(sql`delete from members.identifier where member_id = ${lastId}`);
  deps.clock.advance(86_400_000);
  assert.deepEqual(await seedDemo(deps), { isNew: true });
  assert.equal(await entries(), before);
});
