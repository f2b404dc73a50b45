import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putProgramme, putPromotions } from '#modules/promotions/index.ts';
import { rawSql } from '#platform/db/index.ts';
import { formatInstant } from '#shared/time.ts';
import { aReceipt, smallHouse } from '../../../tests/support/small-house.ts';
import type { ConfirmAnswer, ConfirmRequest } from './contract.ts';

const { house, clock, call, confirm } = await smallHouse();
const order = { by: 'test', now: clock.now() };

const promotion = (code: string, rest: Readonly<Record<string, unknown>>) => ({
  code,
  title: { ru: code, en: code },
  phase: 2,
  isOn: true,
  stacking: { group: code, policy: 'sum', priority: 0 },
  ...rest,
});

await putProgramme(
  house.db,
  {
    counters: [{ code: 'stamps', title: { ru: 'Штампы', en: 'Stamps' }, period: 'month' }],
  },
  order,
);
await putPromotions(
  house.db,
  [
    promotion('stamp', {
      phase: 9,
      select: { selector: 'goods', params: { skus: ['bread'] } },
      then: [
        { effect: 'change-counter', params: { counterCode: 'stamps', op: 'increase', amount: 1 } },
        { effect: 'issue-coupon', params: { emissionCode: 'next', quantity: 2 } },
      ],
    }),
    promotion('third-free', {
      when: [
        { condition: 'counter', params: { counterCode: 'stamps', test: { op: 'ge', value: 2 } } },
      ],
      select: { selector: 'goods', params: { skus: ['bread'] } },
      then: [
        { effect: 'percent-off', params: { rateBasisPoints: 10_000 } },
        { effect: 'change-counter', params: { counterCode: 'stamps', op: 'set', amount: 0 } },
      ],
    }),
    promotion('cheese-budget', {
      select: { selector: 'goods', params: { skus: ['cheese'] } },
      then: [{ effect: 'amount-off', params: { amountKopecks: 1000, per: 'selection' } }],
      limits: [
        { code: 'all', unit: 'kopecks', subject: 'promotion', period: 'offer', max: 1500 },
        { code: 'own', unit: 'times', subject: 'member', period: 'day', max: 1 },
      ],
    }),
  ],
  order,
);
await house.refresh();

const offBy = ({ lines }: ConfirmAnswer, code: string) =>
  lines.flatMap(({ discounts }) => discounts).find((one) => one.promotionCode === code)?.kopecks ??
  0;

async function buy(changes: Partial<ConfirmRequest> = {}) {
  return confirm(aReceipt(clock, changes));
}

async function giveBack(receipt: ConfirmAnswer, quantityMilli: number | null): Promise<void> {
  const request = {
    receiptId: receipt.receiptId,
    bucket: receipt.bucket,
    occurredAt: formatInstant(clock.now()),
  };
  if (quantityMilli === null) await house.desk.cancel(call(request));
  else
    await house.desk.giveBack(
      call({ ...request, returnNumber: '1', lines: [{ lineNo: 1, quantityMilli }] }),
    );
}

async function stamps(): Promise<readonly number[]> {
  const [row] = await house.db.run(
    rawSql<{ value: number; changes: number; sum: number }>(
      'select c.value, c.changes, c.sum from promotions.counter c',
    ),
  );
  return row === undefined ? [] : [row.value, row.changes, row.sum];
}

async function effectsOf(receiptId: string): Promise<readonly string[]> {
  const rows = await house.db.run(
    rawSql<{ payload: { effects: { effect: string }[] } }>(
      `select o.payload from platform.outbox o
       where o.topic = 'promotions.effects' and o.payload ->> 'receiptId' = $1 order by o.id`,
      [receiptId],
    ),
  );
  return rows.flatMap(({ payload }) => payload.effects.map(({ effect }) => effect));
}

test('a counter counts receipts, gives what it promises, and forgets what came back', async () => {
  const first = await buy();
  assert.deepEqual(await stamps(), [1, 1, 1]);
  assert.deepEqual(await effectsOf(first.receiptId), ['change-counter', 'issue-coupon']);
  await buy();
  assert.deepEqual(await stamps(), [2, 2, 2]);
  const free = await buy();
  assert.equal(offBy(free, 'third-free'), 10_000);
  // Set to 0 in phase 2, then counted up in phase 9.
  assert.deepEqual(await stamps(), [1, 4, 3]);
  await giveBack(free, null);
  assert.deepEqual(await stamps(), [2, 2, 2]);
  await giveBack(first, 1000);
  assert.deepEqual(await stamps(), [1, 1, 1]);
  assert.deepEqual(await effectsOf(first.receiptId), [
    'change-counter',
    'issue-coupon',
    'cancel-effect',
  ]);
});

test('a counter begins anew with its period', async () => {
  clock.set('2026-04-01T09:00:00Z');
  await buy();
  const [row] = await house.db.run(
    rawSql<{ value: number }>(
      'select c.value from promotions.counter c order by c.period_start desc limit 1',
    ),
  );
  assert.equal(row?.value, 1);
});

test('goods come back long after the period of their counter was pruned', async () => {
  const old = await buy();
  await house.db.run(rawSql('delete from promotions.counter'));
  await giveBack(old, null);
  assert.deepEqual(await stamps(), []);
});

test('a return gives back to the budget and to the member', async () => {
  const cheese = (quantityMilli: number) => ({
    lines: [{ lineNo: 1, sku: 'cheese', quantityMilli, priceKopecks: 10_000 }],
  });
  const first = await buy(cheese(2000));
  assert.equal(offBy(first, 'cheese-budget'), 1000);
  assert.equal(offBy(await buy(cheese(2000)), 'cheese-budget'), 0);
  clock.advance(86_400_000);
  const second = await buy(cheese(2000));
  assert.equal(offBy(second, 'cheese-budget'), 500);
  await giveBack(first, 1000);
  clock.advance(86_400_000);
  const third = await buy(cheese(2000));
  assert.equal(offBy(third, 'cheese-budget'), 500);
  await giveBack(third, null);
  // The day's turn is free again, and so are his 500.
  assert.equal(offBy(await buy(cheese(2000)), 'cheese-budget'), 500);
});

test('a confirmed receipt is decided again to the same, limits and counters too', async () => {
  const rows = await house.db.run(
    rawSql<{ facts: string }>(`select r.facts from receipts.receipt r order by r.id desc limit 1`),
  );
  const facts: { limitUsed?: Record<string, number> } = JSON.parse(rows[0]?.facts ?? '{}');
  assert.equal(facts.limitUsed?.['cheese-budget/all'], 1000);
});
