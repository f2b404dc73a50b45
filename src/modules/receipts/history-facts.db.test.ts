import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  askOf,
  compileRuleSet,
  type Promotion,
  pastLinesText,
} from '#modules/promotions/core/index.ts';
import {
  insertPurchases,
  meterQuery,
  meterReader,
  openMeters,
  putProgramme,
  putPromotions,
} from '#modules/promotions/index.ts';
import { rawSql } from '#platform/db/index.ts';
import { bucketOf, mintMemberId } from '#shared/ids.ts';
import { instant, localMoment } from '#shared/time.ts';
import { aReceipt, smallHouse } from '../../../tests/support/small-house.ts';
import type { ConfirmAnswer } from './contract.ts';

const { house, clock, call, confirm, newId } = await smallHouse();
const order = { by: 'test', now: clock.now() };
const tea30 = { key: 'tea-30', period: { lastDays: 30 }, skus: ['tea'] };
const oneTea = [{ lineNo: 1, sku: 'tea', quantityMilli: 1000, priceKopecks: 10_000 }];

const THIRD_TEA: Promotion = {
  code: 'third-tea',
  title: { ru: 'Третий чай', en: 'Third tea' },
  phase: 2,
  isOn: true,
  when: [
    {
      condition: 'history',
      params: { aggregateKey: 'tea-30', measure: 'receipts', test: { op: 'ge', value: 2 } },
    },
  ],
  select: { selector: 'goods', params: { skus: ['tea'] } },
  then: [{ effect: 'amount-off', params: { amountKopecks: 5000, per: 'selection' } }],
  stacking: { group: 'third-tea', policy: 'sum', priority: 0 },
};

test('purchases count for later ones, until they come back or grow old', async () => {
  await putProgramme(house.db, { aggregates: [tea30] }, order);
  await putPromotions(house.db, [THIRD_TEA], order);
  await house.refresh();
  const buy = async () => {
    const receipt: ConfirmAnswer = await confirm(aReceipt(clock, { lines: oneTea }));
    const off = receipt.lines.flatMap(({ discounts }) => discounts);
    return { receipt, isGiven: off.some(({ promotionCode }) => promotionCode === 'third-tea') };
  };
  const first = await buy();
  assert.deepEqual([first.isGiven, (await buy()).isGiven], [false, false]);
  assert.equal((await buy()).isGiven, true);
  const { receiptId, bucket } = first.receipt;
  const occurredAt = new Date(clock.now()).toISOString();
  await house.desk.cancel(call({ receiptId, bucket, occurredAt }));
  assert.equal((await buy()).isGiven, true);
  clock.advance(31 * 86_400_000);
  assert.equal((await buy()).isGiven, false);
});

test('promotions know when the member bought last', async () => {
  const WELCOME_BACK: Promotion = {
    ...THIRD_TEA,
    code: 'welcome-back',
    when: [{ condition: 'days-since-purchase', params: { minDays: 40 } }],
    stacking: { group: 'welcome-back', priority: 0 },
  };
  await putPromotions(house.db, [WELCOME_BACK], order);
  await house.refresh();
  const isGiven = async () => {
    const { lines } = await confirm(aReceipt(clock, { lines: oneTea }));
    const off = lines.flatMap(({ discounts }) => discounts);
    return off.some(({ promotionCode }) => promotionCode === 'welcome-back');
  };
  clock.advance(39 * 86_400_000);
  assert.equal(await isGiven(), false);
  clock.advance(40 * 86_400_000);
  assert.equal(await isGiven(), true);
  assert.equal(await isGiven(), false);
});

test('five years of a member are asked in one statement', async (t) => {
  const memberId = mintMemberId(new Uint8Array([1, 2, 3, 4, 5]), 7);
  const now = clock.now();
  const days = 5 * 365;
  const receipts = 2_000;
  await house.db.run(
    insertPurchases(
      Array.from({ length: receipts }, (_, i) => ({
        bucket: bucketOf(memberId),
        memberId,
        boughtAt: now - Math.floor((i * days) / receipts) * 86_400_000 - 60_000,
        receiptId: newId(),
        versionNo: 0,
        storeCode: `s${i % 5}`,
        lines: pastLinesText(Array.from({ length: 10 }, (__, k) => aLine((i * 7 + k * 13) % 900))),
      })),
    ),
  );
  await house.db.run(rawSql('analyze promotions.purchase'));
  for (const [what, period] of [
    ['five years', { lastYears: 5 }],
    ['a year', { lastYears: 1 }],
    ['90 days', { lastDays: 90 }],
  ] as const) {
    const aggregate = { key: 'tea-30', period, exceptSkus: ['sku-1'] };
    const ruleSet = compileRuleSet(1, [THIRD_TEA], { aggregates: [aggregate] });
    const local = localMoment(instant(now), 'Europe/Moscow');
    const at = { occurredAt: instant(now), local, place: null, programmeCode: 'main' };
    const asking = { ask: askOf(ruleSet, at), memberId };
    const query = meterQuery([asking]);
    const times: number[] = [];
    let found = 0;
    for (let i = 0; i < 15; i += 1) {
      const began = performance.now();
      const reader = meterReader(query, null);
      const rows = reader.rowsOf(await house.db.pipeline(reader.statements));
      const meters = openMeters(query, rows, { groupCodesOf: () => [] });
      found = meters.factsOf(asking).history['tea-30']?.receipts ?? 0;
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    t.diagnostic(
      `${what}: ${found} receipts, best ${times[0]?.toFixed(1)} ms, median ${times[7]?.toFixed(1)} ms`,
    );
    assert.ok(found > 0);
  }
});

function aLine(n: number) {
  const more = { discountKopecks: n % 100, accruedPoints: n % 7, paidPoints: 0 };
  return { sku: `sku-${n}`, priceKopecks: 5_000 + n, milli: 1000, kopecks: 5_000 + n, ...more };
}
