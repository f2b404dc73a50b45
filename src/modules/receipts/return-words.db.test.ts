import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putPromotions } from '#modules/promotions/index.ts';
import { formatInstant } from '#shared/time.ts';
import { aReceipt, smallHouse } from '../../../tests/support/small-house.ts';
import type { ConfirmAnswer, ReversalAnswer } from './contract.ts';

const { house, clock, call, confirm } = await smallHouse();

const promotion = (code: string, rest: Readonly<Record<string, unknown>>) => ({
  code,
  title: { ru: code, en: code },
  phase: 8,
  isOn: true,
  stacking: { group: code, policy: 'sum', priority: 0 },
  select: { selector: 'goods', params: { skus: ['bread'] } },
  ...rest,
});

const put = async (...promotions: readonly unknown[]) => {
  await putPromotions(house.db, promotions, { by: 'test', now: clock.now() });
  await house.refresh();
};

await put(
  promotion('three-for-two', {
    phase: 3,
    select: {
      selector: 'n-plus-m',
      params: { paidUnits: 2, freeUnits: 1, cheapest: 'of-each-group', skus: ['bread'] },
    },
    then: [{ effect: 'percent-off', params: { rateBasisPoints: 10_000 } }],
    onReturn: 're-evaluate',
  }),
  promotion('welcome', {
    then: [{ effect: 'earn-fixed', params: { points: 30, per: 'receipt' } }],
    onReturn: 'keep',
  }),
);

const threeLoaves = () => {
  const [line] = aReceipt(clock).lines;
  return { lines: line === undefined ? [] : [{ ...line, quantityMilli: 3000 }] };
};

async function giveBack(sold: ConfirmAnswer, quantityMilli: number): Promise<ReversalAnswer> {
  const request = {
    receiptId: sold.receiptId,
    bucket: sold.bucket,
    occurredAt: formatInstant(clock.now()),
    returnNumber: '1',
    lines: [{ lineNo: 1, quantityMilli }],
  };
  return JSON.parse((await house.desk.giveBack(call(request))).answer);
}

test('who returns one of three for two pays for the two that stay, and gets all back in the end', async () => {
  const sold = await confirm(aReceipt(clock, threeLoaves()));
  const price = sold.grossKopecks / 3;
  assert.equal(sold.payableKopecks, 2 * price);
  const refunds = [
    await giveBack(sold, 1000),
    await giveBack(sold, 1000),
    await giveBack(sold, 1000),
  ];
  assert.deepEqual(
    refunds.map((one) => one.refundKopecks),
    [0, price, price],
  );
});

test('points of a promotion that keeps its gifts stay, whatever comes back', async () => {
  const sold = await confirm(aReceipt(clock, threeLoaves()));
  const back = await giveBack(sold, 3000);
  const taken = back.takenBack.reduce((all, { points }) => all + points, 0);
  const earned = sold.accruals.reduce((all, { points }) => all + points, 0);
  assert.equal(earned - taken, 30);
});

test('goods come back by the promotions of the day they were bought, though these have changed since', async () => {
  const sold = await confirm(aReceipt(clock, threeLoaves()));
  const price = sold.grossKopecks / 3;
  await put(
    promotion('three-for-two', {
      phase: 3,
      isOn: false,
      then: [{ effect: 'percent-off', params: { rateBasisPoints: 100 } }],
    }),
  );
  assert.equal((await giveBack(sold, 2000)).refundKopecks, price);
});
