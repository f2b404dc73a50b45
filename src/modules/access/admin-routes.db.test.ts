import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { rawSql } from '#platform/db/index.ts';
import { useErrorHandler } from '#platform/http/errors.ts';
import { useValidation } from '#platform/http/validation.ts';
import { aClock } from '../../../tests/support/clock.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import type { SessionAnswer } from './admin-contract.ts';
import { registerAccessAdmin } from './admin-routes.ts';
import { hireStaff } from './index.ts';

const { db } = await testDatabase();
const clock = aClock();
const PASSWORD = 'correct horse battery';
const bugs: Error[] = [];
let app: FastifyInstance;

before(async () => {
  for (const role of ['admin', 'operator', 'analyst']) {
    const login = `${role}@demo.kopilka`;
    const staff = { login, name: role, password: PASSWORD, roles: [role], locale: 'ru' } as const;
    assert.equal(await hireStaff({ db, clock }, staff), true);
    assert.equal(await hireStaff({ db, clock }, staff), false);
  }
  app = await anApp(0);
});
after(async () => {
  await app.close();
  assert.deepEqual(bugs, []);
});

async function anApp(rateLimits: number): Promise<FastifyInstance> {
  const made = fastify();
  useValidation(made);
  useErrorHandler(made, (error) => bugs.push(error));
  const hasPartner = (code: string) => code === 'azs';
  await made.register(async (api) => {
    registerAccessAdmin(api, { db, clock, hasPartner, rateLimits });
  });
  await made.ready();
  return made;
}

type Signed = { readonly cookie: string; readonly csrf: string };

function logIn(login: string, password: string, at = app) {
  return at.inject({ method: 'POST', url: '/session', payload: { login, password } });
}

async function sessionOf(role: string): Promise<Signed> {
  const answer = await logIn(`${role}@demo.kopilka`, PASSWORD);
  assert.equal(answer.statusCode, 200, answer.body);
  const { csrf } = answer.json<SessionAnswer>();
  return { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '', csrf };
}

function call(signed: Signed | undefined, method: 'GET' | 'POST' | 'DELETE', url: string) {
  const headers = signed === undefined ? {} : { cookie: signed.cookie, 'x-csrf': signed.csrf };
  const request: InjectOptions = { method, url, headers };
  return app.inject(request);
}

const codeOf = (answer: { json: <T>() => T }) =>
  answer.json<{ error: { code: string } }>().error.code;

test('a right password opens a session whose cookie scripts cannot read', async () => {
  const answer = await logIn(' Admin@Demo.Kopilka ', PASSWORD);
  assert.equal(answer.statusCode, 200);
  const { person, rights, csrf } = answer.json<SessionAnswer>();
  assert.deepEqual(person, { login: 'admin@demo.kopilka', name: 'admin', roles: ['admin'] });
  assert.ok(rights.includes('api-keys.manage'));
  assert.equal(csrf.length, 43);
  const cookie = String(answer.headers['set-cookie']);
  assert.match(cookie, /^kopilka_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  assert.equal(answer.headers['cache-control'], 'no-store');
});

test('a wrong password, an unknown log-in and a blocked person get the same answer', async () => {
  await hireStaff(
    { db, clock },
    {
      login: 'gone@demo.kopilka',
      name: 'gone',
      password: PASSWORD,
      roles: ['admin'],
      locale: 'en',
    },
  );
  await db.run(rawSql(`update access.person set is_blocked = true where login like 'gone%'`));
  const answers = [
    await logIn('admin@demo.kopilka', 'wrong'),
    await logIn('nobody@demo.kopilka', PASSWORD),
    await logIn('gone@demo.kopilka', PASSWORD),
  ];
  for (const answer of answers) {
    assert.equal(answer.statusCode, 401);
    assert.equal(codeOf(answer), 'wrong-login-or-password');
  }
});

test('a text that no database can store is refused before it gets there', async () => {
  const answer = await logIn('admin\u0000@demo', 'x');
  assert.equal(answer.statusCode, 400);
  assert.equal(codeOf(answer), 'text-malformed');
});

test('the sixth attempt within ten minutes is refused, known log-in or not', async () => {
  const limited = await anApp(1);
  for (const login of ['operator@demo.kopilka', 'stranger@demo.kopilka']) {
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      assert.equal((await logIn(login, 'wrong', limited)).statusCode, 401);
    }
    const refused = await logIn(login, PASSWORD, limited);
    assert.equal(refused.statusCode, 429);
    assert.equal(codeOf(refused), 'too-many-attempts');
    assert.ok(Number(refused.headers['retry-after']) > 500);
  }
  await limited.close();
});

test('right passwords are not counted as attempts', async () => {
  const limited = await anApp(1);
  for (let time = 1; time <= 7; time += 1) {
    assert.equal((await logIn('analyst@demo.kopilka', PASSWORD, limited)).statusCode, 200);
  }
  await limited.close();
});

test('the session answers who is signed in until it is closed', async () => {
  const signed = await sessionOf('operator');
  const open = await call(signed, 'GET', '/session');
  assert.equal(open.json<SessionAnswer>().person.login, 'operator@demo.kopilka');
  assert.equal(open.json<SessionAnswer>().csrf, signed.csrf);
  assert.equal((await call(signed, 'DELETE', '/session')).statusCode, 204);
  const closed = await call(signed, 'GET', '/session');
  assert.equal(closed.statusCode, 401);
  assert.equal(codeOf(closed), 'not-signed-in');
});

test('an unsafe method needs the CSRF token of its own session', async () => {
  const signed = await sessionOf('operator');
  const other = await sessionOf('operator');
  for (const csrf of ['', 'x', other.csrf]) {
    const answer = await call({ ...signed, csrf }, 'DELETE', '/session');
    assert.equal(answer.statusCode, 403);
    assert.equal(codeOf(answer), 'csrf-token-wrong');
  }
  assert.equal((await call(signed, 'GET', '/session')).statusCode, 200);
});

test('an idle session is over, one in use lives twelve hours', async () => {
  const idle = await sessionOf('analyst');
  const busy = await sessionOf('analyst');
  for (let minutes = 0; minutes < 30; minutes += 10) {
    assert.equal((await call(busy, 'GET', '/session')).statusCode, 200);
    clock.advance(600_000);
  }
  assert.equal((await call(idle, 'GET', '/session')).statusCode, 401);
  for (let minutes = 30; minutes < 720; minutes += 20) {
    assert.equal((await call(busy, 'GET', '/session')).statusCode, 200, `after ${minutes} min`);
    clock.advance(1_200_000);
  }
  assert.equal((await call(busy, 'GET', '/session')).statusCode, 401);
});

test('a role taken away is gone with the next request', async () => {
  const signed = await sessionOf('admin');
  assert.equal((await call(signed, 'GET', '/api-keys')).statusCode, 200);
  await db.run(rawSql(`update access.person set roles = '{analyst}' where login like 'admin%'`));
  const refused = await call(signed, 'GET', '/api-keys');
  assert.equal(refused.statusCode, 403);
  assert.equal(codeOf(refused), 'right-missing');
  await db.run(rawSql(`update access.person set roles = '{admin}' where login like 'admin%'`));
});

test('an API key is shown once, works until it is revoked and is found by its tail', async () => {
  const signed = await sessionOf('admin');
  const headers = { cookie: signed.cookie, 'x-csrf': signed.csrf };
  const issue = (payload: object) =>
    app.inject({ method: 'POST', url: '/api-keys', headers, payload });
  const wrong = await issue({ title: 'bad', rights: ['api-keys.manage'] });
  assert.equal(codeOf(wrong), 'rights-not-for-key');
  const stranger = await issue({ title: 'bad', rights: ['receipts.read'], partnerCode: 'nobody' });
  assert.equal(codeOf(stranger), 'no-such-partner');
  const made = (await issue({ title: 'BI', rights: ['receipts.read'], partnerCode: 'azs' })).json();
  assert.match(made.secret, /^kpk_[\w-]{43}$/);
  const list = await call(signed, 'GET', '/api-keys');
  assert.deepEqual(list.json().keys[0], made.key);
  assert.equal(made.key.tail, made.secret.slice(-4));
  assert.ok(!list.body.includes(made.secret));
  const bearer = { authorization: `Bearer ${made.secret}` };
  const asKey = await app.inject({ url: '/session', headers: bearer });
  assert.equal(codeOf(asKey), 'right-missing');
  assert.equal((await call(signed, 'DELETE', `/api-keys/${made.key.keyId}`)).statusCode, 204);
  const revoked = await app.inject({ url: '/session', headers: bearer });
  assert.equal(codeOf(revoked), 'not-signed-in');
});

test('keys are listed in pages, newest first', async () => {
  const signed = await sessionOf('admin');
  const headers = { cookie: signed.cookie, 'x-csrf': signed.csrf };
  for (const title of ['one', 'two', 'three']) {
    clock.advance(1000);
    const payload = { title, rights: ['directory.read'] };
    await app.inject({ method: 'POST', url: '/api-keys', headers, payload });
  }
  const first = (await call(signed, 'GET', '/api-keys?limit=2')).json();
  assert.deepEqual(
    first.keys.map((key: { title: string }) => key.title),
    ['three', 'two'],
  );
  const second = (await call(signed, 'GET', `/api-keys?limit=2&cursor=${first.nextCursor}`)).json();
  assert.equal(second.keys[0].title, 'one');
  assert.equal(codeOf(await call(signed, 'GET', '/api-keys?cursor=abc')), 'bad-cursor');
});

test('logging in, logging out and issuing keys leave their traces', async () => {
  const rows = await db.run(
    rawSql<{ action: string; n: number }>(
      'select action, count(*) as n from access.audit group by action order by action',
    ),
  );
  const seen = new Map(rows.map((row) => [row.action, row.n]));
  assert.ok((seen.get('session.open') ?? 0) > 5);
  assert.equal(seen.get('session.close'), 1);
  assert.equal(seen.get('api-key.create'), 4);
  assert.equal(seen.get('api-key.revoke'), 1);
});

test('the database keeps no token, no key and no password in the clear', async () => {
  const signed = await sessionOf('operator');
  const token = signed.cookie.split('=')[1] ?? '';
  const [row] = await db.run(
    rawSql<{ all: string }>(
      'select string_agg(x, chr(10)) as all from (select s::text as x from access.session s union all select p::text from access.person p) t',
    ),
  );
  assert.ok(!row?.all.includes(token));
  assert.ok(!row?.all.includes(PASSWORD));
  assert.ok(row?.all.includes('$argon2id$v=19$m=19456,t=2,p=1$'));
});

test('a short password and an unknown role are refused when staff is hired', async () => {
  const staff = {
    login: 'new@demo',
    name: 'new',
    password: PASSWORD,
    roles: [],
    locale: 'ru',
  } as const;
  await assert.rejects(hireStaff({ db, clock }, { ...staff, password: 'short' }), {
    code: 'password-too-short',
  });
  await assert.rejects(hireStaff({ db, clock }, { ...staff, roles: ['owner'] }), {
    code: 'unknown-role',
  });
});

test('a route without a right does not start', async () => {
  const bare = fastify();
  await assert.rejects(async () => {
    await bare.register(async (api) => {
      registerAccessAdmin(api, { db, clock, hasPartner: () => false, rateLimits: 0 });
      api.get('/backdoor', () => 'open');
    });
    await bare.ready();
  }, /backdoor declares no right/);
});
