import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomOf } from '../../db/seed/random.ts';
import { checkBooks } from '../../tools/demo/check-books.ts';
import { codeOf, faultOfRefusal, leakOf } from './answers.ts';
import { type Attempt, drawAttempt } from './attempts.ts';
import { changeOf, type Holdings, plus, readHoldings } from './books.ts';
import { readDocument } from './document.ts';
import {
  allTerminals,
  CONFIRM,
  goodRequest,
  makeSales,
  type Sale,
  sendSigned,
} from './good-requests.ts';
import { openFuzzedHouse } from './house.ts';
import { inParallel, send } from './send.ts';
import { openStatusTable } from './tally.ts';

// FUZZ_SEED repeats a run; FUZZ_COUNT makes it longer: about one in nine turns out to be a good request.
// RATE_LIMITS is off: see house.ts.
const SEED = process.env['FUZZ_SEED'] ?? String(Date.now());
const COUNT = Number(process.env['FUZZ_COUNT'] ?? '2400');
const AT_ONCE = 8;
const BODY_MAX = 256 * 1024;

const house = await openFuzzedHouse();
const document = await readDocument(house.address);
const operations = document.filter((one) => one.path.startsWith('/pos/') && one.body !== null);
const sales = await makeSales(house.address, allTerminals(house.secrets), 60);

test('malformed requests from the served document are refused in order and change nothing', async (t) => {
  t.diagnostic(`FUZZ_SEED=${SEED}, ${COUNT} requests, RATE_LIMITS=off`);
  assert.equal(operations.length, 6, 'the document tells of every till route');
  const random = randomOf(`fuzz-${SEED}`);
  const attempts = Array.from({ length: COUNT }, () => drawAttempt(operations, sales, random));
  const before = await readHoldings(house.db);
  const run = await sendAll(attempts);
  for (const line of run.table.lines()) t.diagnostic(line);
  const refused = COUNT - run.accepted;
  t.diagnostic(
    `${refused} malformed and refused, ${run.accepted} happened to be good and were taken`,
  );
  assert.deepEqual(run.faults.slice(0, 8), [], `FUZZ_SEED=${SEED}: ${run.faults.length} faults`);
  const expected = plus(before, run.change);
  assert.deepEqual(await readHoldings(house.db), expected, `FUZZ_SEED=${SEED}`);
  assert.ok(refused >= (COUNT * 5) / 6, `only ${refused} of ${COUNT} were malformed`);
  const stopped = run.table.count((status) => [401, 403, 413, 415, 429].includes(status));
  assert.ok(stopped <= COUNT / 10, `${stopped} of ${COUNT} never got past the door`);
});

test('the books are right after all that', async () => {
  const { checks } = await checkBooks(house.db);
  assert.deepEqual(
    checks.filter((check) => check.broken > 0),
    [],
  );
});

test('requests without a right signature stay outside', async () => {
  const random = randomOf(`fuzz-unsigned-${SEED}`);
  const before = await readHoldings(house.db);
  const table = openStatusTable();
  const attempts = Array.from({ length: 200 }, () => drawAttempt(operations, sales, random));
  await inParallel(attempts, AT_ONCE, async ({ path, bytes, sale, how }) => {
    const lie = LIES[random.int(LIES.length)] ?? {};
    const answer = await sendSigned(house.address, sale.terminal, { path, bytes, headers: lie });
    table.add(answer.status, codeOf(answer.text));
    const fault = faultOfRefusal(answer);
    assert.equal(
      fault,
      undefined,
      `${how} ${JSON.stringify(lie)}: ${answer.status} ${answer.text}`,
    );
  });
  assert.equal(
    table.count((status) => [400, 401, 403, 413, 415].includes(status)),
    attempts.length,
    table.lines().join('\n'),
  );
  assert.deepEqual(await readHoldings(house.db), before);
});

test('a body of more than 256 KB is answered with 413, one of 256 KB is read', async () => {
  const sale = firstSale();
  const good = JSON.stringify(goodRequest(CONFIRM, sale, randomOf('size')));
  const padded = (size: number) =>
    Buffer.from(good.padEnd(size - (Buffer.byteLength(good) - good.length)));
  for (const [size, status] of [
    [BODY_MAX, 200],
    [BODY_MAX + 1, 413],
    [BODY_MAX * 4, 413],
  ] as const) {
    const bytes = padded(size);
    assert.equal(bytes.length, size);
    const answer = await sendSigned(house.address, sale.terminal, { path: CONFIRM, bytes });
    assert.equal(answer.status, status, answer.text);
    if (status === 413) assert.equal(codeOf(answer.text), 'body-too-large');
  }
});

test('addresses and methods that do not exist are refused in the same shape', async () => {
  const odd: readonly (readonly [string, string])[] = [
    ['GET', '/pos/v1/receipts/confirm'],
    ['DELETE', '/pos/v1/receipts/confirm'],
    ['PROPFIND', '/pos/v1/receipts/confirm'],
    ['POST', '/pos/v1/receipts/confirm/'],
    ['POST', '/pos/v1/receipts/%00'],
    ['POST', '/pos/v1/receipts/%ff%fe'],
    ['POST', '/pos/v1/../v1/receipts/confirm%2e'],
    ['GET', '/api/v1/receipts/%zz/x'],
    ['GET', `/api/v1/${'a'.repeat(8000)}`],
    ['GET', '/api/v1/members/__proto__'],
  ];
  for (const [method, path] of odd) {
    const answer = await send(house.address, { method, path, headers: {} });
    const fault = faultOfRefusal(answer);
    assert.equal(
      fault,
      undefined,
      `${method} ${path.slice(0, 60)}: ${answer.status} ${answer.text}`,
    );
  }
});

test('the log of the whole run tells no phone and no bug', () => {
  const bugs = house.logged.filter((line) => /"msg":"bug"/.test(line));
  assert.deepEqual(bugs.slice(0, 3), []);
  const leaks = house.logged.filter((line) => leakOf(line) === 'a phone number');
  assert.deepEqual(leaks.slice(0, 3), []);
});

async function sendAll(attempts: readonly Attempt[]) {
  const table = openStatusTable();
  const faults: string[] = [];
  let accepted = 0;
  let change: Holdings = { points: 0, sales: 0, reversals: 0, registrations: 0 };
  await inParallel(attempts, AT_ONCE, async (attempt) => {
    const { path, how, sale, mustBeRefused, bytes } = attempt;
    const answer = await sendSigned(house.address, sale.terminal, {
      path,
      bytes,
      headers: attempt.headers,
      ...(attempt.opId === undefined ? {} : { opId: attempt.opId }),
    });
    table.add(answer.status, answer.status < 300 ? 'taken' : codeOf(answer.text));
    const fault = answer.status < 300 ? takenFault(mustBeRefused) : faultOfRefusal(answer);
    if (fault !== undefined) {
      faults.push(
        `${fault}: ${path} ${how}: ${answer.status} ${answer.text.slice(0, 300)} ← ${bytes.toString().slice(0, 400)}`,
      );
    }
    if (answer.status >= 300) return;
    accepted += 1;
    if (answer.headers['x-replayed'] !== 'true') change = plus(change, changeOf(path, answer.text));
  });
  return { table, faults, accepted, change };
}

function takenFault(mustBeRefused: boolean): string | undefined {
  return mustBeRefused ? 'taken, against the document' : undefined;
}

function firstSale(): Sale {
  const [sale] = sales;
  assert.ok(sale !== undefined);
  return sale;
}

const LIES: readonly Readonly<Record<string, string>>[] = [
  { 'x-sig': '0'.repeat(64) },
  { 'x-sig': '' },
  {
    'x-sig': 'Ы'
      .repeat(4)
      .normalize('NFKD')
      .replaceAll(/[^ -~]/g, '?'),
  },
  { 'x-term': 'NOWHERE-01' },
  { 'x-term': `MSK1-01' or 1=1` },
  { 'x-key-ver': '2' },
  { 'x-key-ver': '1e5' },
  { 'x-time': '0' },
  { 'x-time': '99999999999999999999' },
  { 'x-op-id': '00000000-0000-0000-0000-000000000000' },
  { 'x-op-id': 'ffffffff-ffff-7fff-bfff-ffffffffffff' },
  { 'x-cnt': '-1' },
  { 'x-cnt': '7' },
];
