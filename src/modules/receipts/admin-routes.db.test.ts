import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rawSql } from '#platform/db/index.ts';
import { CARDS, KGD, PKC, smallCoalition } from '../../../tests/support/small-coalition.ts';
import { type StaffAnswer, staffApp } from '../../../tests/support/staff-app.ts';
import type { ReceiptDetail, ReceiptList, TillAction, TillAnswer } from './admin-contract.ts';
import type { ConfirmAnswer } from './contract.ts';

let ids: readonly string[] = [];
const house = await staffApp(async (at) => {
  ids = await smallCoalition(at);
});
const [ANNA = ''] = ids;

const till = (
  action: TillAction,
  body: object,
  more: { readonly terminalCode?: string; readonly memberId?: string; readonly opId?: string } = {},
) =>
  house.call<TillAnswer>('marketer', {
    method: 'POST',
    path: `/till/${action}`,
    body: { terminalCode: KGD, ...more, body },
  });

let sold = 0;
async function sell(more: { readonly terminalCode?: string; readonly memberId?: string } = {}) {
  sold += 1;
  const lines = [
    { lineNo: 1, sku: 'tea', quantityMilli: 2000, priceKopecks: 10_000 },
    { lineNo: 2, sku: 'unheard-of', name: 'Пакет', quantityMilli: 1000, priceKopecks: 500 },
  ];
  const body = {
    occurredAt: '2026-03-02T09:00:00Z',
    receiptNumber: `r-${sold}`,
    lines,
    payments: [{ method: 'cash', kopecks: 18_500 }],
    coupons: ['SPRING'],
  };
  const { body: answer } = await till('confirm', body, more);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body as ConfirmAnswer;
}

/** Moves the clock in steps that keep the sessions alive. */
async function letTimePass(minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 20) {
    house.clock.advance(20 * 60_000);
    for (const role of ['operator', 'marketer'] as const) {
      await house.call(role, { path: '/session' });
    }
  }
}

const list = (query = '', role: 'operator' | 'analyst' = 'operator') =>
  house.call<ReceiptList>(role, { path: `/receipts${query}` });
const detail = ({ bucket, receiptId }: { bucket: number; receiptId: string }) =>
  house.call<ReceiptDetail>('operator', { path: `/receipts/${bucket}/${receiptId}` });

test('the emulator gets from the real till route what a till would get', async () => {
  const calculated = await till(
    'calculate',
    {
      occurredAt: '2026-03-02T09:00:00Z',
      lines: [{ lineNo: 1, sku: 'tea', quantityMilli: 1000, priceKopecks: 10_000 }],
    },
    { memberId: ANNA },
  );
  assert.equal(calculated.body.status, 200, calculated.text);
  const balance = await till('balance', {}, { memberId: ANNA });
  assert.equal(balance.body.status, 200, balance.text);
  const wrong = await till('confirm', { lines: [] });
  assert.equal(wrong.body.status, 400);
  assert.equal((wrong.body.body as { error: { code: string } }).error.code, 'request-invalid');
  const stranger = await till('balance', {}, { terminalCode: 'NOWHERE-1' });
  assert.equal(stranger.status, 422);
});

test('a repeated operation id is answered from the store and says so', async () => {
  const first = await sell({ memberId: ANNA });
  const body = {
    receiptId: first.receiptId,
    bucket: first.bucket,
    occurredAt: '2026-03-02T09:00:00Z',
    returnNumber: 'b-1',
    lines: [{ lineNo: 1, quantityMilli: 1000 }],
  };
  const done = await till('return', body);
  assert.equal(done.body.status, 200, done.text);
  assert.equal(done.body.headers.replayed, false);
  const again = await till('return', body, { opId: done.body.opId });
  assert.equal(again.body.headers.replayed, true);
  assert.deepEqual(again.body.body, done.body.body);
});

test('what the emulator changes is written down with who played the till', async () => {
  const rows = await house.db.run(
    rawSql<{ action: string }>(
      `select distinct action from access.audit where action like 'till.%' order by action`,
    ),
  );
  assert.deepEqual(
    rows.map((row) => row.action),
    ['till.confirm', 'till.return'],
  );
});

test("a receipt shows lines, versions and every promotion's verdict by replay", async () => {
  const receipt = await sell({ memberId: ANNA });
  house.clock.advance(60_000);
  await till('return', {
    receiptId: receipt.receiptId,
    bucket: receipt.bucket,
    occurredAt: '2026-03-02T09:05:00Z',
    returnNumber: 'b-2',
    lines: [{ lineNo: 1, quantityMilli: 500 }],
  });
  const { status, body, text } = await detail(receipt);
  assert.equal(status, 200, text);
  assert.equal(body.kind, 'returned');
  assert.equal(body.versionCount, 2);
  assert.equal(body.localTime, '2026-03-02T11:00');
  assert.equal(body.member?.name, 'И••• П.');
  assert.deepEqual(
    body.lines.map((line) => [line.sku, line.title.ru, line.returnedMilli, line.payableKopecks]),
    [
      ['tea', 'tea', 500, 18_000],
      ['unheard-of', 'Пакет', 0, 500],
    ],
  );
  assert.deepEqual(body.discounts, [
    { promotionCode: 'tea-discount', title: { ru: 'Чай −10 %', en: 'Tea −10%' }, kopecks: 2_000 },
  ]);
  assert.equal(body.accruals[0]?.points, receipt.accruals[0]?.points);
  assert.deepEqual(body.payments, [{ method: 'cash', kopecks: 18_500 }]);
  assert.deepEqual(body.coupons, ['SPRING']);
  assert.equal(body.replay, 'same');
  const verdicts = body.verdicts.map((one) => `${one.promotionCode}: ${one.verdict}`);
  assert.deepEqual(verdicts.toSorted(), [
    'base-earning: applied',
    'kamchatka-only: wrong-place',
    'tea-discount: applied',
  ]);
  assert.deepEqual(
    body.versions.map((one) => [one.versionNo, one.kind, one.moneyKopecks]),
    [
      [1, 'confirm', 18_500],
      [2, 'return', -4_500],
    ],
  );
  assert.ok((body.versions[1]?.accruedPoints ?? 0) < 0);
  assert.ok(!text.includes(CARDS[0] ?? '') && !text.includes('Ирина'));
});

test('an old receipt is decided again by the rules of its day', async () => {
  const receipt = await sell();
  await house.call('marketer', {
    method: 'PUT',
    path: '/promotions/tea-discount/state',
    body: { isOn: false },
  });
  await house.app.refresh();
  const { body } = await detail(receipt);
  assert.equal(body.replay, 'same');
  assert.equal(body.discounts[0]?.kopecks, 2_000);
  assert.equal(body.member, null);
  assert.equal((await detail(await sell())).body.discountKopecks, 0);
});

test('a purchase cancelled before its confirm is shown as void', async () => {
  const { body: calculated } = await till('calculate', {
    occurredAt: '2026-03-02T09:00:00Z',
    lines: [{ lineNo: 1, sku: 'tea', quantityMilli: 1000, priceKopecks: 10_000 }],
  });
  const { receiptId, bucket } = calculated.body as ConfirmAnswer;
  const cancelled = await till('cancel', {
    receiptId,
    bucket,
    occurredAt: '2026-03-02T09:00:00Z',
    reason: 'changed their mind',
  });
  assert.equal(cancelled.body.status, 200, cancelled.text);
  const { body, text } = await detail({ receiptId, bucket });
  assert.equal(body.kind, 'void', text);
  assert.equal(body.replay, 'unavailable');
  assert.deepEqual(body.lines, []);
  assert.equal(body.versions.at(-1)?.kind, 'cancel');
  assert.equal(body.versions.at(-1)?.reason, 'changed their mind');
});

test('receipts are listed newest first, in pages, across spans of time', async () => {
  const first = await sell({ terminalCode: PKC });
  await letTimePass(100);
  const second = await sell({ terminalCode: PKC });
  const page = (await list('?storeCode=PKC1&limit=1')).body;
  assert.deepEqual(
    page.receipts.map((row) => row.receiptId),
    [second.receiptId],
  );
  const next = (await list(`?storeCode=PKC1&limit=1&cursor=${page.nextCursor}`)).body;
  assert.deepEqual(
    next.receipts.map((row) => row.receiptId),
    [first.receiptId],
  );
  assert.equal(next.nextCursor, null);
  assert.equal(next.receipts[0]?.zone, 'Asia/Kamchatka');
  assert.equal(next.receipts[0]?.localTime, '2026-03-02T21:00');
});

test('receipts are found by member, state and time', async () => {
  const found = async (query: string) => (await list(query)).body.receipts;
  const ofAnna = await found(`?memberId=${ANNA}`);
  assert.equal(ofAnna.length, 2);
  assert.ok(ofAnna.every((row) => row.member?.memberId === ANNA));
  assert.equal((await found('?kind=returned')).length, 2);
  assert.equal((await found('?kind=void')).length, 1);
  assert.equal((await found('?kind=cancelled')).length, 0);
  const all = await found('');
  assert.equal((await found('?kind=sale')).length, all.length - 3);
  const early = await found('?to=2026-03-02T09:00:30Z');
  const late = await found('?from=2026-03-02T09:00:30Z');
  assert.ok(early.length > 0 && late.length > 0);
  assert.equal(early.length + late.length, all.length);
  assert.deepEqual(await found('?storeCode=NOWHERE'), []);
  assert.equal((await list('?from=2026-02-30T09:00:00Z')).status >= 400, true);
});

test('whoever may not see members sees receipts without names', async () => {
  const { body, text } = await list(`?memberId=${ANNA}`, 'analyst');
  assert.deepEqual(body.receipts[0]?.member, { memberId: ANNA, name: null });
  assert.ok(!text.includes('П.'));
});

test("a partner's key sees that partner's receipts only", async () => {
  const made = await house.call<{ secret: string }>('admin', {
    method: 'POST',
    path: '/api-keys',
    body: { title: 'BI', rights: ['receipts.read'], partnerCode: 'azs' },
  });
  const headers = { authorization: `Bearer ${made.body.secret}` };
  const answer = await house.http.inject({ url: '/api/v1/receipts', headers });
  const { receipts } = answer.json<ReceiptList>();
  assert.ok(receipts.length > 0 && receipts.every((row) => row.partnerCode === 'azs'));
  const other = (await list('?storeCode=KGD1&limit=1')).body.receipts[0];
  const url = `/api/v1/receipts/${other?.bucket}/${other?.receiptId}`;
  assert.equal((await house.http.inject({ url, headers })).statusCode, 404);
});

test('a receipt that does not exist is a refusal', async () => {
  const answer: StaffAnswer<unknown> = await detail({
    bucket: 1,
    receiptId: '019ca000-0000-7000-8000-000000000000',
  });
  assert.equal(answer.status, 404);
});
