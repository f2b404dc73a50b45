import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../tests/support/database.ts';
import { assertRootKey } from './installation.ts';
import { deriveSecrets } from './secrets.ts';

test('a database takes the first root key and refuses another', async () => {
  const { db } = await testDatabase();
  const ours = deriveSecrets(new Uint8Array(32).fill(1));
  await assertRootKey(db, ours);
  await assertRootKey(db, ours);
  await assert.rejects(assertRootKey(db, deriveSecrets(new Uint8Array(32).fill(2))), {
    code: 'root-key-foreign',
  });
});
