import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadRootKey } from './secrets-root.ts';

const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'kopilka-key-'));

test('a root key is made once and belongs to its owner alone', () => {
  const dataDir = emptyFolder();
  const first = loadRootKey({ rootKey: undefined, dataDir });
  assert.equal(first.length, 32);
  assert.deepEqual(loadRootKey({ rootKey: undefined, dataDir }), first);
  assert.equal(statSync(join(dataDir, 'root.key')).mode & 0o777, 0o600);
});

test('a key from the settings wins over the file', () => {
  const rootKey = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
  assert.equal(loadRootKey({ rootKey, dataDir: emptyFolder() }).toString('hex'), rootKey);
});

test('a typed key, a damaged file and a file open to others are refused', () => {
  const dataDir = emptyFolder();
  const file = join(dataDir, 'root.key');
  assert.throws(() => loadRootKey({ rootKey: '0'.repeat(64), dataDir }), {
    code: 'root-key-invalid',
  });
  writeFileSync(file, 'abc', { mode: 0o600 });
  assert.throws(() => loadRootKey({ rootKey: undefined, dataDir }), { code: 'root-key-invalid' });
  chmodSync(file, 0o644);
  assert.throws(() => loadRootKey({ rootKey: undefined, dataDir }), { code: 'root-key-open' });
});
