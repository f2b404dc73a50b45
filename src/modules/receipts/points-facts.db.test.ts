import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putPromotions } from '#modules/promotions/index.ts';
import { rawSql } from '#platform/db/index.ts';
import { formatInstant } from '#shared/time.ts';
import { aReceipt, smallHouse } from '../../../tests/support/small-house.ts';

const { house, clock, call, confirm } = await smallHouse();

const earning = (code: string, rest: Readonly<Record<string, unknown>>) => ({
  code,
  title: { ru: code, en: code },
  phase: 8,
  isOn: true,
  stacking: { group: code, priority: 0 },
  ...rest,
});
const fixed = (points: number, lifetime: Readonly<Record<string, unknown>> = {}) => [
  { effect: 'earn-fixed', params: { points, per: 'receipt', ...lifetime } },
];
const coupon = (couponCode: string) => ({
  condition: 'coupon',
  params: { couponCodes: [couponCode] },
});
const balance = (measure: string, minPoints: number) => ({
  condition: 'balance',
  params: { currencyCode: 'bonus', measure, minPoints },
});

await putPromotions(
  house.db,
  [
    earning('awake', { when: [coupon('GIVE')], then: fixed(100) }),
    earning('asleep', {
      when: [coupon('GIVE')],
      then: fixed(40, { activeAfterDays: 3, lifetimeDays: 10 }),
    }),
    earning('fee', {
      when: [coupon('FEE')],
      then: [{ effect: 'debit-points', params: { points: 70 } }],
    }),
    earning('waits', { when: [coupon('ASK'), balance('pending', 40)], then: fixed(1) }),
    earning('burns', { when: [coupon('ASK'), balance('expiring', 40)], then: fixed(2) }),
  ],
  { by: 'test', now: clock.now() },
);
await house.refresh();

const buy = (code: string) => confirm(aReceipt(clock, { coupons: [code], explain: true }));

async function entriesOf(receiptId: string) {
  return house.db.run(
    rawSql<{ kind: string; amount: number; memo: string | null }>(
      `select e.kind, e.amount, e.memo from ledger.entry e
       where e.receipt_id = $1 order by e.seq`,
      [receiptId],
    ),
  );
}

test('points that a promotion takes leave the account with the receipt, as far as they go', async () => {
  await buy('GIVE');
  const first = await buy('FEE');
  const debits = (await entriesOf(first.receiptId)).filter(({ kind }) => kind === 'debit');
  assert.deepEqual(debits, [{ kind: 'debit', amount: -70, memo: 'fee' }]);
  const before = first.balances[0]?.spendablePoints ?? 0;
  const second = await buy('FEE');
  const [debit] = (await entriesOf(second.receiptId)).filter(({ kind }) => kind === 'debit');
  assert.equal(debit?.amount, -Math.min(70, before));
});

test('points that a promotion took come back with all of the goods', async () => {
  await buy('GIVE');
  const taken = await buy('FEE');
  const occurredAt = formatInstant(clock.now());
  await house.desk.cancel(call({ receiptId: taken.receiptId, bucket: taken.bucket, occurredAt }));
  const moved = (await entriesOf(taken.receiptId)).filter(({ memo }) => memo === 'fee');
  assert.deepEqual(moved, [
    { kind: 'debit', amount: -70, memo: 'fee' },
    { kind: 'credit', amount: 70, memo: 'fee' },
  ]);
});

test('promotions know what waits and what will burn within thirty days', async () => {
  const asked = await buy('ASK');
  const earned = asked.accruals.map(({ promotionCode }) => promotionCode);
  assert.deepEqual(
    earned.filter((code) => code === 'waits' || code === 'burns'),
    ['burns', 'waits'],
  );
});
