import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rawSql } from '#platform/db/index.ts';
import { memberId } from '#shared/ids.ts';
import { smallHouse } from '../../../../tests/support/small-house.ts';
import { ensureBudgets, insertAllotments } from '../sql/budgets.ts';
import { type MemberSpan, writeCounters, writeUses } from '../sql/meters.ts';
import { insertPurchases } from '../sql/purchases.ts';
import { openPruning } from './prune-facts.ts';

const { house, clock, newId } = await smallHouse();
const DAY_MS = 86_400_000;
const daysAgo = (days: number): number => clock.now() - days * DAY_MS;

/** Somebody of a bucket: 64 buckets make a slice. */
const spanOf = (bucket: number, meter: string, start: number): Omit<MemberSpan, 'from'> => ({
  bucket,
  memberId: memberId(5 * 16_384 + bucket),
  meter,
  start,
});
const NEAR = 3;
const FAR = 64;

async function namesIn(table: string, column: string): Promise<readonly string[]> {
  const rows = await house.db.run(
    rawSql<{ name: string }>(`select t.${column}::text as name from promotions.${table} t`),
  );
  return rows.map(({ name }) => name).sort();
}

const meters = [
  ['past times member day', 34],
  ['late times member day', 32],
  ['past times member year', 399],
  ['this times member year', 300],
  ['past kopecks member days', 433],
  ['back kopecks member days', 431],
  ['ever kopecks member offer', 4000],
] as const;

await house.db.transaction(async (tx) => {
  await tx.run(
    writeUses([
      ...meters.map(([meter, days]) => ({ ...spanOf(NEAR, meter, daysAgo(days)), used: 1 })),
      { ...spanOf(FAR, 'far times member day', daysAgo(34)), used: 1 },
    ]),
  );
  const nothing = { value: 1, changes: 1, sum: 1, lastNo: 1, sets: '[]' };
  await tx.run(
    writeCounters([
      { ...spanOf(NEAR, 'past member month', daysAgo(64)), ...nothing },
      { ...spanOf(NEAR, 'late member month', daysAgo(62)), ...nothing },
      { ...spanOf(NEAR, 'ever member none', 0), ...nothing },
    ]),
  );
  const bought = (storeCode: string, days: number) => ({
    ...spanOf(NEAR, '', 0),
    boughtAt: daysAgo(days),
    receiptId: newId(),
    versionNo: 0,
    storeCode,
    lines: '',
  });
  await tx.run(insertPurchases([bought('past', 1131), bought('kept', 1129)]));
  const shared = [
    { meter: 'past times promotion week', subjectCode: 's', start: daysAgo(40) },
    { meter: 'late times promotion week', subjectCode: 's', start: daysAgo(38) },
  ];
  await tx.run(ensureBudgets(shared));
  await tx.run(
    insertAllotments(shared.map((key) => ({ ...key, lane: 0, id: newId(), allotted: 2, used: 1 }))),
  );
});
const prune = openPruning(house, 0);

test('what can no longer matter is removed from a slice of the members, and nothing else', async () => {
  await prune();
  assert.deepEqual(await namesIn('member_use', 'limit_key'), [
    'back kopecks member days',
    'ever kopecks member offer',
    'far times member day',
    'late times member day',
    'this times member year',
  ]);
  assert.deepEqual(await namesIn('counter', 'counter_key'), [
    'ever member none',
    'late member month',
  ]);
  assert.deepEqual(await namesIn('purchase', 'store_code'), ['kept']);
});

test('shared limits of ended periods go with what lanes had left of them', async () => {
  assert.deepEqual(await namesIn('budget', 'limit_key'), ['late times promotion week']);
  assert.deepEqual(await namesIn('allotment', 'limit_key'), ['late times promotion week']);
});

test('the next run clears the next slice of the members', async () => {
  await prune();
  assert.ok(!(await namesIn('member_use', 'limit_key')).includes('far times member day'));
});
