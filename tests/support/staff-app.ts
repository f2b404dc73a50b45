import { after } from 'node:test';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Role } from '#modules/access/core/index.ts';
import { hireStaff } from '#modules/access/index.ts';
import { loadConfig } from '#platform/config.ts';
import type { Database } from '#platform/db/index.ts';
import { createLog } from '#platform/log.ts';
import { deriveSecrets, type Secrets } from '#platform/secrets.ts';
import { type OpenApp, openApp } from '../../src/app.ts';
import { aClock, type FakeClock } from './clock.ts';
import { testDatabase } from './database.ts';

/** The whole server over a database of its own, and people who are signed in. */
export type StaffApp = {
  readonly app: OpenApp;
  readonly http: FastifyInstance;
  readonly db: Database;
  readonly clock: FakeClock;
  readonly secrets: Secrets;
  /** Headers of a person with this role; signs in at the first call. */
  readonly as: (role: Role) => Promise<Readonly<Record<string, string>>>;
  /** Calls the staff API; `path` begins after /api/v1. */
  readonly call: <Body>(role: Role, request: StaffRequest) => Promise<StaffAnswer<Body>>;
};

export type StaffRequest = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
};
export type StaffAnswer<Body> = {
  readonly status: number;
  readonly text: string;
  readonly body: Body;
};

const PASSWORD = 'correct horse battery';

/**
 * Opens the server at noon in Moscow on 2 March 2026. Call it at the top of a test file, not in a hook.
 * @param prepare fills the database before the server reads it
 */
export async function staffApp(
  prepare: (surroundings: { db: Database; clock: FakeClock; secrets: Secrets }) => Promise<unknown>,
): Promise<StaffApp> {
  const opened: { app?: OpenApp } = {};
  // Registered before the database's own: hooks run in this order, and the server goes first.
  after(() => opened.app?.close());
  const { db, url } = await testDatabase();
  const clock = aClock();
  const secrets = deriveSecrets(new Uint8Array(32).fill(7));
  await prepare({ db, clock, secrets });
  const config = loadConfig({ RATE_LIMITS: 'off', LOG_LEVEL: 'error' });
  const log = createLog(config.logLevel);
  const app = await openApp({ config, databaseUrl: url, clock, secrets, log });
  opened.app = app;
  const { http } = app;
  const known = new Map<Role, Promise<Readonly<Record<string, string>>>>();
  const as = (role: Role) => {
    const headers = known.get(role) ?? signIn({ db, clock, http }, role);
    known.set(role, headers);
    return headers;
  };
  return {
    app,
    http,
    db,
    clock,
    secrets,
    as,
    async call<Body>(role: Role, { method = 'GET', path, body }: StaffRequest) {
      const request: InjectOptions = { method, url: `/api/v1${path}`, headers: await as(role) };
      const answer = await http.inject(
        body === undefined ? request : { ...request, payload: body },
      );
      const text = answer.body === '' ? 'null' : answer.body;
      const parsed: Body = JSON.parse(text);
      return { status: answer.statusCode, text, body: parsed };
    },
  };
}

async function signIn(
  at: { readonly db: Database; readonly clock: FakeClock; readonly http: FastifyInstance },
  role: Role,
): Promise<Readonly<Record<string, string>>> {
  const login = `${role}@test.kopilka`;
  await hireStaff(at, { login, name: role, password: PASSWORD, roles: [role], locale: 'ru' });
  const payload = { login, password: PASSWORD };
  const answer = await at.http.inject({ method: 'POST', url: '/api/v1/session', payload });
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return { cookie, 'x-csrf': answer.json<{ csrf: string }>().csrf };
}
