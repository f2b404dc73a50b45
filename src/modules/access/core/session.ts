import type { Instant } from '#shared/time.ts';

/** A session that nobody used for so long is over. */
export const SESSION_IDLE_MS = 30 * 60_000;
/** A session is over after so long, used or not. */
export const SESSION_LIFE_MS = 12 * 3_600_000;
/** The time of last use is written at most so often: not every request is worth a write. */
export const SESSION_TOUCH_MS = 60_000;

export type SessionTimes = {
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
};

/** Whether a session may be used at `now`. The last minute before the idle limit is not exact: see SESSION_TOUCH_MS. */
export function isSessionLive(session: SessionTimes, now: Instant): boolean {
  if (session.revokedAt !== null) return false;
  return now < session.expiresAt && now - session.seenAt < SESSION_IDLE_MS;
}

/** Whether the time of last use is stale enough to be written anew at `now`. */
export function isTouchDue(session: SessionTimes, now: Instant): boolean {
  return now - session.seenAt >= SESSION_TOUCH_MS;
}
