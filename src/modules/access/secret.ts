import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits for a cookie, a CSRF token or a key. */
export function mintSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a secret. It has 256 bits of its own, so it needs no salt. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Compares without telling by its duration how much was right. */
export function isSameSecret(given: string, kept: string): boolean {
  return timingSafeEqual(hashSecret(given), hashSecret(kept));
}
