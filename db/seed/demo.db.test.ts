import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Database, sql } from '#platform/db/index.ts';
import { deriveSecrets } from '#platform/secrets.ts';
import { aClock } from '../../tests/support/clock.ts';
import { testDatabase } from '../../tests/support/database.ts';
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
