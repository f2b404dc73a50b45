import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  bucketOf,
  mintMemberId,
  nobodyOf,
  UUIDV7_PATTERN,
  uuidBucket,
  uuidTime,
  uuidv7,
} from './ids.ts';

const bucket = fc.integer({ min: 0, max: 16_383 });

test('a member id carries its bucket and is a safe integer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), bucket, (random, home) => {
      const id = mintMemberId(random, home);
      assert.equal(bucketOf(id), home);
      assert.ok(Number.isSafeInteger(id));
      assert.notEqual(id, nobodyOf(home));
    }),
  );
});

test('a uuid carries its time and its bucket', () => {
  const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), random, bucket, (ms, bytes, home) => {
      const id = uuidv7(ms, bytes, home);
      assert.match(id, new RegExp(UUIDV7_PATTERN));
      assert.equal(uuidTime(id), ms);
      assert.equal(uuidBucket(id), home);
    }),
  );
});

test('uuids of later moments sort later', () => {
  const zeros = new Uint8Array(10);
  const ones = new Uint8Array(10).fill(255);
  assert.ok(uuidv7(1000, ones) < uuidv7(1001, zeros));
});
