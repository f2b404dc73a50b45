import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '#shared/time.ts';
import { isSessionLive, isTouchDue, SESSION_IDLE_MS, SESSION_LIFE_MS } from './session.ts';

const opened = instant(1_800_000_000_000);
const later = (ms: number) => instant(opened + ms);
const session = { seenAt: opened, expiresAt: later(SESSION_LIFE_MS), revokedAt: null };

test('a session ends after half an hour without use', () => {
  assert.equal(isSessionLive(session, later(SESSION_IDLE_MS - 1)), true);
  assert.equal(isSessionLive(session, later(SESSION_IDLE_MS)), false);
});

test('a session ends after twelve hours however busy it was', () => {
  const busy = { ...session, seenAt: later(SESSION_LIFE_MS - 1000) };
  assert.equal(isSessionLive(busy, later(SESSION_LIFE_MS - 1)), true);
  assert.equal(isSessionLive(busy, later(SESSION_LIFE_MS)), false);
});

test('a revoked session is over at once', () => {
  assert.equal(isSessionLive({ ...session, revokedAt: opened }, opened), false);
});

test('the time of last use is written once a minute', () => {
  assert.equal(isTouchDue(session, later(59_999)), false);
  assert.equal(isTouchDue(session, later(60_000)), true);
});
