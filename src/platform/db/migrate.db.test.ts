import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { emptyDatabase } from '../../../tests/support/database.ts';
import { rawSql } from './index.ts';
import { migrate, pendingMigrations } from './migrate.ts';

/** A folder of migrations from name → text. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kopilka-migrations-'));
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, `${name}.sql`), text);
  return folder;
}

const first = { '0001-things': 'create table thing (id int primary key);' };
const second = { '0002-more': 'insert into thing values (1);' };

test('files are applied once, in order, and what waits can be asked', async () => {
  const { url } = await emptyDatabase();
  assert.deepEqual(await pendingMigrations({ url, folder: folderOf(first) }), ['0001-things']);
  assert.deepEqual(await migrate({ url, folder: folderOf(first) }), ['0001-things']);
  const folder = folderOf({ ...second, ...first });
  assert.deepEqual(await pendingMigrations({ url, folder }), ['0002-more']);
  assert.deepEqual(await migrate({ url, folder }), ['0002-more']);
  assert.deepEqual(await migrate({ url, folder }), []);
});

test('servers that start together apply every file once', async () => {
  const { url } = await emptyDatabase();
  const folder = folderOf({ ...first, ...second });
  const rivals = Array.from({ length: 6 }, () => migrate({ url, folder }));
  const applied = (await Promise.all(rivals)).flat();
  assert.deepEqual(applied.toSorted(), ['0001-things', '0002-more']);
});

test('a file that fails leaves nothing behind and is named with its line', async () => {
  const { url, db } = await emptyDatabase();
  const folder = folderOf({ '0001-bad': 'create table a (id int);\n\nselect nothing;' });
  await assert.rejects(migrate({ url, folder }), {
    code: 'migration-failed',
    message: /0001-bad\.sql:3 /,
  });
  const found = await db.run(rawSql(`select to_regclass('a') as name`));
  assert.deepEqual(found, [{ name: null }]);
});

test('an edited landed file is refused by name, line ends aside', async () => {
  const { url } = await emptyDatabase();
  await migrate({ url, folder: folderOf({ '0001-things': 'select 1;\nselect 2;\n' }) });
  await migrate({ url, folder: folderOf({ '0001-things': 'select 1;\r\nselect 2;\r\n' }) });
  await assert.rejects(migrate({ url, folder: folderOf({ '0001-things': 'select 3;' }) }), {
    code: 'migration-changed',
    message: /0001-things/,
  });
});

test('a database of a newer version and a late number are refused', async () => {
  const { url } = await emptyDatabase();
  await migrate({ url, folder: folderOf({ ...first, '0003-last': 'select 1;' }) });
  await assert.rejects(migrate({ url, folder: folderOf(first) }), { code: 'migration-unknown' });
  const late = folderOf({ ...first, ...second, '0003-last': 'select 1;' });
  await assert.rejects(migrate({ url, folder: late }), { code: 'migration-out-of-order' });
});

test('a file marked no-transaction runs what PostgreSQL refuses inside one', async () => {
  const { url } = await emptyDatabase();
  const index =
    '-- no-transaction: built while tills work\ncreate index concurrently on thing (id);';
  const folder = folderOf({ ...first, '0002-index': index });
  assert.deepEqual(await migrate({ url, folder }), ['0001-things', '0002-index']);
});
