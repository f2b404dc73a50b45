import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyDatabase } from '../../tests/support/database.ts';
import { checkDatabase } from './database-check.ts';
import { rawSql } from './db/index.ts';

test('a fresh database of ours is fit to work on', async () => {
  const { url } = await emptyDatabase();
  await checkDatabase(url);
});

test('a database on which an acknowledged receipt could be lost is refused', async () => {
  const { url, db } = await emptyDatabase();
  const name = new URL(url).pathname.slice(1);
  await db.run(rawSql(`alter database ${name} set synchronous_commit = off`));
  await assert.rejects(checkDatabase(url), {
    code: 'database-unsafe',
    message: /synchronous_commit = off/,
  });
});

test('a wrong address is told without its password', async () => {
  await assert.rejects(checkDatabase('postgresql://kopilka:hush@127.0.0.1:1/x'), (error: Error) => {
    assert.match(error.message, /database-unreachable.*127\.0\.0\.1:1\/x/);
    assert.ok(!error.message.includes('hush'));
    return true;
  });
});
