import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rawSql } from '#platform/db/index.ts';
import { ensurePartitions } from '#platform/db/partitions.ts';
import { instant } from '#shared/time.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { LEDGER_PARTITIONED } from './partitioned.ts';

const { db } = await testDatabase();
await ensurePartitions(db, LEDGER_PARTITIONED, instant(Date.UTC(2026, 2, 2)));

const STATEMENTS = [
  'update ledger.entry set memo = null',
  'delete from ledger.entry',
  'truncate ledger.entry',
  'update ledger.entry_2026_03 set memo = null',
  'delete from ledger.entry_2026_03',
  'truncate ledger.entry_2026_03',
  'delete from ledger.anchor',
];

for (const statement of STATEMENTS) {
  test(`the product itself is not allowed to ${statement}`, async () => {
    await assert.rejects(db.run(rawSql(statement)), { code: '42501' });
  });
}
