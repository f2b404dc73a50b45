import { assert } from './assert.ts';

/** Number of buckets: the portable shard key of everything that a member owns. */
export const BUCKETS = 16_384;
const BUCKET_MASK = BUCKETS - 1;

/** A member's golden id: a 53-bit integer whose low 14 bits are the bucket. */
export type MemberId = number & { readonly __noun: 'member' };

/**
 * Brands a golden id.
 * @throws Error when `n` is not a safe integer > 0
 */
export function memberId(n: number): MemberId {
  assert(Number.isSafeInteger(n) && n > 0, `a member id is a safe integer > 0, got ${n}`);
  return n as MemberId;
}

/**
 * Mints a golden id in `bucket`: 39 random bits, then the bucket.
 * @param random at least 5 bytes
 * @param bucket 0 … 16383
 */
export function mintMemberId(random: Uint8Array, bucket: number): MemberId {
  assert(random.length >= 5, 'a member id needs 5 random bytes');
  assert(isBucket(bucket), `bucket out of range: ${bucket}`);
  let high = 0;
  for (let i = 0; i < 5; i += 1) high = high * 256 + (random[i] ?? 0);
  high %= 2 ** 39;
  return memberId(Math.max(high, 2) * BUCKETS + bucket);
}

/**
 * The owner of what has no owner: a purchase that was cancelled before anybody knew whose it was. One id
 * a bucket; `mintMemberId` never gives it to a person.
 */
export function nobodyOf(bucket: number): MemberId {
  assert(isBucket(bucket), `bucket out of range: ${bucket}`);
  return memberId(BUCKETS + bucket);
}

/** The bucket of a member: the low 14 bits of the id. */
export function bucketOf(id: MemberId): number {
  return id % BUCKETS;
}

/** Whether `n` is a bucket, 0 … 16383. */
export function isBucket(n: number): boolean {
  return Number.isInteger(n) && n >= 0 && n < BUCKETS;
}

/**
 * Makes a UUIDv7 (RFC 9562, section 5.7).
 * @param ms     epoch milliseconds, 48 bits
 * @param random 10 bytes
 * @param bucket when given, written into the low 14 bits
 */
export function uuidv7(ms: number, random: Uint8Array, bucket?: number): string {
  assert(Number.isInteger(ms) && ms >= 0 && ms < 2 ** 48, `a uuid's time is out of range: ${ms}`);
  assert(random.length >= 10, 'a uuid needs 10 random bytes');
  const bytes = new Uint8Array(16);
  let rest = ms;
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  if (bucket !== undefined) {
    assert(isBucket(bucket), `bucket out of range: ${bucket}`);
    bytes[14] = ((bytes[14] ?? 0) & 0xc0) | (bucket >> 8);
    bytes[15] = bucket & 0xff;
  }
  let hex = '';
  for (const byte of bytes) hex += HEX[byte];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The pattern of a UUIDv7 in lower case, for schemas. */
export const UUIDV7_PATTERN =
  '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$';

/** Epoch milliseconds in a UUIDv7's first 48 bits. */
export function uuidTime(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/** The low 14 bits of a uuid: its bucket, if we minted it. */
export function uuidBucket(id: string): number {
  return Number.parseInt(id.slice(-4), 16) & BUCKET_MASK;
}
