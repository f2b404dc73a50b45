import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallCoalition } from '../../../tests/support/small-coalition.ts';
import { staffApp } from '../../../tests/support/staff-app.ts';
import { ROLES, type Role, rightsOf } from './core/index.ts';

const house = await staffApp(smallCoalition);

const NOBODY = 'mbr_00000000001';
const ADJUSTMENT = `/adjustments/${NOBODY}/01961dd0-0000-7000-8000-000000000000`;
const PROPOSE = 'points.adjust.propose';
const APPROVE = 'points.adjust.approve';

/** Every route of the staff API, an address that fits it, and the right that it must ask for. */
const ROUTES = [
  ['GET', '/session', '/session', 'session.own'],
  ['GET', '/api-keys', '/api-keys', 'api-keys.manage'],
  ['POST', '/api-keys', '/api-keys', 'api-keys.manage'],
  ['DELETE', '/api-keys/:keyId', '/api-keys/nobody', 'api-keys.manage'],
  ['GET', '/directory', '/directory', 'directory.read'],
  ['GET', '/members', '/members', 'members.read'],
  ['GET', '/members/:memberId', '/members/mbr_00000000001', 'members.read'],
  ['GET', '/members/:memberId/accounts', '/members/mbr_00000000001/accounts', 'members.read'],
  ['GET', '/members/:memberId/lots', '/members/mbr_00000000001/lots', 'members.read'],
  ['GET', '/members/:memberId/lots/:lotId', '/members/mbr_00000000001/lots/x', 'members.read'],
  ['GET', '/members/:memberId/entries', '/members/mbr_00000000001/entries', 'members.read'],
  ['GET', '/members/:memberId/statement', `/members/${NOBODY}/statement`, 'members.read'],
  ['GET', '/currencies', '/currencies', 'currencies.read'],
  ['GET', '/currencies/:code/rates', '/currencies/none/rates', 'currencies.read'],
  ['GET', '/adjustments', '/adjustments', 'points.adjust.read'],
  ['GET', '/adjustments/rules', '/adjustments/rules', 'points.adjust.read'],
  ['GET', '/adjustments/:memberId/:adjustmentId', ADJUSTMENT, 'points.adjust.read'],
  ['POST', '/members/:memberId/adjustments', `/members/${NOBODY}/adjustments`, PROPOSE],
  ['POST', '/adjustments/:memberId/:adjustmentId/approve', `${ADJUSTMENT}/approve`, APPROVE],
  ['POST', '/adjustments/:memberId/:adjustmentId/reject', `${ADJUSTMENT}/reject`, APPROVE],
  ['POST', '/adjustments/:memberId/:adjustmentId/withdraw', `${ADJUSTMENT}/withdraw`, PROPOSE],
  ['GET', '/promotions', '/promotions', 'promotions.read'],
  ['GET', '/promotions/vocabulary', '/promotions/vocabulary', 'promotions.read'],
  ['PUT', '/promotions/:code/state', '/promotions/none/state', 'promotions.switch'],
  ['GET', '/receipts', '/receipts', 'receipts.read'],
  ['GET', '/receipts/:bucket/:receiptId', '/receipts/1/x', 'receipts.read'],
  ['POST', '/till/:action', '/till/balance', 'till.emulate'],
  ['DELETE', '/session', '/session', 'session.own'],
] as const;
/** The first needs no sign-in, the second answers without an end; both have tests of their own. */
const APART = ['POST /session', 'GET /receipts/feed'];

test('the walk below misses no route of the staff API', () => {
  const paths = house.http.swagger().paths ?? {};
  const served = Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/v1/'))
    .flatMap(([path, item]) =>
      Object.keys(item ?? {}).map((method) => `${method.toUpperCase()} ${path.slice(7)}`),
    )
    .map((route) => route.replace(/\{(\w+)\}/g, ':$1'));
  const walked = ROUTES.map(([method, path]) => `${method} ${path}`);
  assert.deepEqual(served.toSorted(), [...walked, ...APART].toSorted());
});

for (const role of ROLES) {
  test(`the role ${role} gets into the routes of its rights and into no others`, async () => {
    const rights = new Set<string>(rightsOf([role]));
    for (const [method, path, url, right] of ROUTES) {
      const { isLetIn, code } = await knock(role, method, url);
      assert.equal(isLetIn, rights.has(right), `${role}: ${method} ${path}`);
      if (!isLetIn) assert.equal(code, 'right-missing');
    }
  });
}

test('nobody gets in without a session, and the answer is the same everywhere', async () => {
  for (const [method, path, url] of [...ROUTES, ['GET', '', '/receipts/feed'] as const]) {
    const answer = await house.http.inject({ method, url: `/api/v1${url}` });
    assert.equal(answer.statusCode, 401, `${method} ${path}`);
    assert.equal(answer.json<Refused>().error.code, 'not-signed-in');
  }
});

type Refused = { readonly error: { readonly code: string } };

async function knock(role: Role, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string) {
  const { status, text } = await house.call(role, { method, path });
  assert.notEqual(status, 401, `${role} is signed in`);
  assert.ok(status < 500, `${method} ${path} answers ${status}`);
  const refused: Partial<Refused> | null = JSON.parse(text);
  return { isLetIn: status !== 403, code: refused?.error?.code };
}
