import type { FastifyRequest } from 'fastify';
import type { Principal, StaffDoor } from '#platform/http/staff-routes.ts';
import { type AccessDeps, auditStatement } from './access-deps.ts';
import { isForAnyone, isRight, rightsOf } from './core/rights.ts';
import { isSessionLive, isTouchDue } from './core/session.ts';
import { refuse } from './refusals.ts';
import { hashSecret, isSameSecret } from './secret.ts';
import { readApiKeyByHash } from './sql/api-keys.ts';
import { readSession, type SessionRow, touchSession } from './sql/sessions.ts';

export const SESSION_COOKIE = 'kopilka_session';
const KEY_HEADER = /^Bearer (kpk_[A-Za-z0-9_-]{43})$/;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The guard of every staff route: a session's cookie or an API key, then the right, then CSRF. */
export function staffDoor(deps: AccessDeps): StaffDoor {
  return {
    knows: isRight,
    admit: async (request, right) => {
      if (isForAnyone(right)) return null;
      const principal = await identify(deps, request);
      if (principal === undefined) throw refuse('not-signed-in');
      if (!principal.rights.has(right)) throw refuse('right-missing', { details: { right } });
      return principal;
    },
    audit: async (entry) => {
      await deps.db.run(auditStatement(entry, deps.clock.now()));
    },
    isStillIn: async (request, right) => {
      const principal = await identify(deps, request, { isPassive: true });
      return principal?.rights.has(right) ?? false;
    },
  };
}

type Look = {
  /** true: looking does not count as use of the session. */ readonly isPassive: boolean;
};

async function identify(
  deps: AccessDeps,
  request: FastifyRequest,
  look: Look = { isPassive: false },
): Promise<Principal | undefined> {
  const { authorization } = request.headers;
  if (authorization !== undefined) return identifyKey(deps, authorization);
  const session = await findSession(deps, request);
  if (session === undefined) return undefined;
  if (!SAFE_METHODS.has(request.method)) checkCsrf(request, session);
  const now = deps.clock.now();
  const times = { seenAt: session.seen_at, expiresAt: session.expires_at, revokedAt: null };
  if (!look.isPassive && isTouchDue(times, now)) {
    await deps.db.run(touchSession(session.token_hash, now));
  }
  return {
    kind: 'person',
    id: session.person_id,
    login: session.login,
    rights: new Set(rightsOf(session.roles)),
    partnerCode: null,
  };
}

/** The live session of the request's cookie. */
export async function findSession(
  deps: AccessDeps,
  request: FastifyRequest,
): Promise<SessionRow | undefined> {
  const token = request.cookies[SESSION_COOKIE];
  if (token === undefined || token === '') return undefined;
  const [row] = await deps.db.run(readSession(hashSecret(token)));
  if (row === undefined || row.is_blocked) return undefined;
  const times = { seenAt: row.seen_at, expiresAt: row.expires_at, revokedAt: row.revoked_at };
  return isSessionLive(times, deps.clock.now()) ? row : undefined;
}

async function identifyKey(deps: AccessDeps, header: string): Promise<Principal | undefined> {
  const key = KEY_HEADER.exec(header)?.[1];
  if (key === undefined) return undefined;
  const [row] = await deps.db.run(readApiKeyByHash(hashSecret(key)));
  if (row === undefined) return undefined;
  return {
    kind: 'api-key',
    id: row.id,
    login: row.title,
    rights: new Set(row.rights),
    partnerCode: row.partner_code,
  };
}

function checkCsrf(request: FastifyRequest, session: SessionRow): void {
  const given = request.headers['x-csrf'];
  if (typeof given !== 'string' || !isSameSecret(given, session.csrf)) {
    throw refuse('csrf-token-wrong');
  }
}
