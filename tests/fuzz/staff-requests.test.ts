import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEMO_PASSWORD } from '../../db/seed/people.ts';
import { type Random, randomOf } from '../../db/seed/random.ts';
import { checkBooks } from '../../tools/demo/check-books.ts';
import { codeOf, faultOfRefusal } from './answers.ts';
import { type Operation, readDocument } from './document.ts';
import { HOSTILE } from './hostile.ts';
import { openFuzzedHouse } from './house.ts';
import { textOf } from './json.ts';
import { inParallel, send } from './send.ts';
import { openStatusTable } from './tally.ts';

const SEED = process.env['FUZZ_SEED'] ?? String(Date.now());
const COUNT = 600;

const house = await openFuzzedHouse();
const document = await readDocument(house.address);
/** Logging in and out is left alone: the rest is asked with an administrator's session. */
const operations = document.filter(
  (one) => one.path.startsWith('/api/') && !one.path.endsWith('/session'),
);
const session = await logIn();

test('malformed requests of the back office are refused in order', async (t) => {
  t.diagnostic(`FUZZ_SEED=${SEED}, ${COUNT} requests, ${operations.length} operations`);
  assert.ok(operations.length > 5, 'the document tells of the back office');
  const random = randomOf(`fuzz-staff-${SEED}`);
  const table = openStatusTable();
  const faults: string[] = [];
  const sends = Array.from({ length: COUNT }, () => malformed(random.pick(operations), random));
  await inParallel(sends, 4, async (sent) => {
    const answer = await send(house.address, { ...sent, headers: session });
    table.add(answer.status, answer.status < 300 ? 'taken' : codeOf(answer.text));
    const fault = answer.status < 300 ? undefined : faultOfRefusal(answer);
    if (fault === undefined) return;
    const body = sent.body?.toString().slice(0, 200) ?? '';
    faults.push(`${fault}: ${sent.method} ${sent.path} ${body}: ${answer.text.slice(0, 200)}`);
  });
  for (const line of table.lines()) t.diagnostic(line);
  const bugs = house.logged.filter((line) => /"msg":"bug"/.test(line)).slice(0, 4);
  assert.deepEqual(
    faults.slice(0, 8),
    [],
    `FUZZ_SEED=${SEED}: ${faults.length} faults\n${bugs.join('\n')}`,
  );
  assert.equal(
    table.count((status) => status === 401 || status === 429),
    0,
  );
});

test('the back office leaves the books right, whatever it was asked', async () => {
  const { checks } = await checkBooks(house.db);
  assert.deepEqual(
    checks.filter((check) => check.broken > 0),
    [],
  );
});

async function logIn(): Promise<Readonly<Record<string, string>>> {
  const body = Buffer.from(
    JSON.stringify({ login: 'admin@demo.kopilka', password: DEMO_PASSWORD }),
  );
  const headers = { 'content-type': 'application/json' };
  const answer = await send(house.address, {
    method: 'POST',
    path: '/api/v1/session',
    headers,
    body,
  });
  assert.equal(answer.status, 200, answer.text);
  const cookie = (answer.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ');
  const { csrf } = JSON.parse(answer.text);
  return { ...headers, cookie, 'x-csrf': String(csrf) };
}

/** Hostile values in the address and the query, and in the body where one is taken. */
function malformed(operation: Operation, random: Random) {
  const { method } = operation;
  const path = operation.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(hostileWord(random)));
  const query = operation.parameters
    .filter((parameter) => parameter.in === 'query' && random.chance(50))
    .map((parameter) => `${parameter.name}=${encodeURIComponent(hostileWord(random))}`);
  const address = query.length === 0 ? path : `${path}?${query.join('&')}`;
  if (method === 'GET' || method === 'DELETE') return { method, path: address, body: undefined };
  const fields = ['terminalCode', 'opId', 'body', 'memberId', 'isOn', 'title', 'rights'];
  const entries = fields
    .filter(() => random.chance(60))
    .map((name) => [name, HOSTILE[random.pick(Object.keys(HOSTILE))]?.() ?? null] as const);
  return { method, path: address, body: Buffer.from(textOf(Object.fromEntries(entries))) };
}

const WORDS = [
  '0',
  '-1',
  '1e309',
  '9007199254740993',
  'NaN',
  'a\u0000b',
  '\u202eabc',
  `' or 1=1 --`,
  '%',
  '..',
  '0000-00-00T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2026-02-30',
  '__proto__',
  '🧾',
  'Ж'.repeat(500),
  '',
  '01a20220-ebf8-7e36-ac4e-fa853c3ef4f2',
  'mbr_000000',
  'WyJhIl0',
  '16384',
  '42',
] as const;

function hostileWord(random: Random): string {
  return random.pick(WORDS);
}
