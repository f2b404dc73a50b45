import assert from 'node:assert/strict';
import { hkdfSync } from 'node:crypto';
import { test } from 'node:test';
import { blindIndex, decryptField, deriveSecrets, encryptField } from './secrets.ts';

const secrets = deriveSecrets(Buffer.alloc(32, 7));
const place = { table: 'members.identity', column: 'phone', id: '42' };

test('keys of different purposes differ and the same root key gives the same keys', () => {
  const again = deriveSecrets(Buffer.alloc(32, 7));
  const { indexKey, digestKey, fieldKey, sessionKey, anchorKey } = secrets;
  const keys = [indexKey, digestKey, fieldKey, sessionKey, anchorKey];
  assert.equal(new Set(keys.map((key) => key.toString('hex'))).size, keys.length);
  assert.deepEqual(again.indexKey, secrets.indexKey);
  assert.deepEqual(again.masterKeys, secrets.masterKeys);
});

test('a derived key is plain HKDF-SHA256, so another program can make it', () => {
  const expected = hkdfSync('sha256', Buffer.alloc(32, 7), '', 'kopilka|index', 32);
  assert.deepEqual(secrets.indexKey, Buffer.from(expected));
});

test('a root key of another length is refused', () => {
  assert.throws(() => deriveSecrets(Buffer.alloc(31)), /32 bytes/);
});

test('a field comes back as it was and is never sealed the same way twice', () => {
  const sealed = encryptField(secrets, place, '+79001234567 Ёлка');
  assert.equal(decryptField(secrets, place, sealed), '+79001234567 Ёлка');
  assert.notDeepEqual(sealed, encryptField(secrets, place, '+79001234567 Ёлка'));
});

test('a field moved to another row, changed by a bit or cut does not decrypt', () => {
  const sealed = encryptField(secrets, place, 'secret');
  assert.throws(() => decryptField(secrets, { ...place, id: '43' }, sealed));
  const bent = Buffer.from(sealed);
  bent.writeUInt8(bent.readUInt8(bent.length - 1) ^ 1, bent.length - 1);
  assert.throws(() => decryptField(secrets, place, bent));
  assert.throws(() => decryptField(secrets, place, sealed.subarray(0, 20)));
});

test('a blind index depends on the kind and the value', () => {
  const phone = blindIndex(secrets, 'phone', '+79001234567');
  assert.equal(phone.length, 32);
  assert.notDeepEqual(phone, blindIndex(secrets, 'card', '+79001234567'));
  assert.notDeepEqual(phone, blindIndex(secrets, 'phone', '+79001234568'));
});
