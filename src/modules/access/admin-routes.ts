import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseJsonBody } from '#platform/http/json-body.ts';
import {
  mountStaffRoutes,
  type Principal,
  refuseUndeclaredRoutes,
  type StaffDoor,
  type StaffRoute,
  staffRoute,
} from '#platform/http/staff-routes.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import { type AccessDeps, auditStatement } from './access-deps.ts';
import {
  ApiKeyListQueryShape,
  ApiKeyListShape,
  ApiKeyParamsShape,
  CreateApiKeyAnswerShape,
  CreateApiKeyRequestShape,
  LoginRequestShape,
  type SessionAnswer,
  SessionAnswerShape,
} from './admin-contract.ts';
import { type Attempts, attemptsInMemory } from './attempts.ts';
import { isRole, rightsOf } from './core/rights.ts';
import { logIn } from './log-in.ts';
import { createApiKey, dropApiKey, listApiKeys } from './manage-api-keys.ts';
import { refuse } from './refusals.ts';
import { revokeSession } from './sql/sessions.ts';
import { findSession, SESSION_COOKIE, staffDoor } from './staff-door.ts';

export type AccessAdminDeps = AccessDeps & {
  readonly hasPartner: (code: string) => boolean;
  /** How many times wider than usual the limits on log-in are; 0: off. */
  readonly rateLimits: number;
};

/**
 * Puts the guard on the staff API and mounts the routes of sessions and API keys. Call it first: from
 * here on a route of `app` without a declared right fails the boot.
 * @returns the guard, for the other modules' tables
 */
export function registerAccessAdmin(app: FastifyInstance, deps: AccessAdminDeps): StaffDoor {
  const door = staffDoor(deps);
  void app.register(cookie);
  refuseUndeclaredRoutes(app);
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, parseBody);
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  mountStaffRoutes(app, door, accessRoutes(deps, attemptsInMemory(deps.rateLimits)));
  return door;
}

/** A DELETE may say that it sends JSON and send none. */
async function parseBody(_request: FastifyRequest, body: Buffer): Promise<unknown> {
  return body.length === 0 ? undefined : parseJsonBody(body);
}

function accessRoutes(deps: AccessAdminDeps, attempts: Attempts): readonly StaffRoute[] {
  return [...sessionRoutes(deps, attempts), ...keyRoutes(deps)];
}

function sessionRoutes(deps: AccessAdminDeps, attempts: Attempts): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'POST',
      path: '/session',
      right: 'session.open',
      summary: 'Log in',
      body: LoginRequestShape,
      answer: SessionAnswerShape,
      story: async ({ body, request, reply }) => {
        const opened = await logIn({ ...deps, attempts }, body, request.ip);
        setCookie(reply, opened.token);
        return toAnswer(opened.person, opened);
      },
    }),
    staffRoute({
      method: 'GET',
      path: '/session',
      right: 'session.own',
      summary: 'Who is signed in',
      answer: SessionAnswerShape,
      story: async ({ request }) => {
        const session = await findSession(deps, request);
        if (session === undefined) throw refuse('not-signed-in');
        return toAnswer(session, { csrf: session.csrf, expiresAt: session.expires_at });
      },
    }),
    staffRoute({
      method: 'DELETE',
      path: '/session',
      right: 'session.own',
      summary: 'Log out',
      story: async ({ request, reply, principal }) => {
        await logOut(deps, request, principal);
        await reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send();
      },
    }),
  ];
}

function keyRoutes(deps: AccessAdminDeps): readonly StaffRoute[] {
  const right = 'api-keys.manage';
  return [
    staffRoute({
      method: 'GET',
      path: '/api-keys',
      right,
      summary: 'API keys, newest first',
      query: ApiKeyListQueryShape,
      answer: ApiKeyListShape,
      story: ({ query }) => listApiKeys(deps, query),
    }),
    staffRoute({
      method: 'POST',
      path: '/api-keys',
      right,
      summary: 'Issue an API key; its secret is shown this once',
      body: CreateApiKeyRequestShape,
      answer: CreateApiKeyAnswerShape,
      story: ({ body, principal }) => createApiKey(deps, body, principal),
    }),
    staffRoute({
      method: 'DELETE',
      path: '/api-keys/:keyId',
      right,
      summary: 'Revoke an API key',
      params: ApiKeyParamsShape,
      story: async ({ params, principal, reply }) => {
        await dropApiKey(deps, params.keyId, principal);
        await reply.code(204).send();
      },
    }),
  ];
}

async function logOut(
  deps: AccessDeps,
  request: FastifyRequest,
  principal: Principal,
): Promise<void> {
  const session = await findSession(deps, request);
  if (session === undefined) return;
  const now = deps.clock.now();
  const entry = { principal, action: 'session.close', object: principal.login, reason: null };
  await deps.db.transaction((tx) =>
    tx.pipeline([revokeSession(session.token_hash, now), auditStatement(entry, now)]),
  );
}

function setCookie(reply: FastifyReply, token: string): void {
  // No lifetime: the cookie goes with the browser window, the limits are the server's.
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: 'auto',
  });
}

type Who = {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly locale: 'ru' | 'en';
};

function toAnswer(who: Who, session: { csrf: string; expiresAt: Instant }): SessionAnswer {
  return {
    person: { login: who.login, name: who.name, roles: who.roles.filter(isRole) },
    rights: [...rightsOf(who.roles)],
    csrf: session.csrf,
    locale: who.locale,
    expiresAt: formatInstant(session.expiresAt),
  };
}
