import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant } from '#shared/time.ts';
import { CARDS, PKC } from '../../../tests/support/small-coalition.ts';
import { aReceipt, smallHouse } from '../../../tests/support/small-house.ts';
import type { ReversalAnswer } from './contract.ts';

const { house, clock, call, confirm } = await smallHouse();

async function refusalOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing refused',
    (error: unknown) =>
      error instanceof Error && 'code' in error ? String(error.code) : String(error),
  );
}

function aReturn(sold: { receiptId: string; bucket: number }, quantityMilli: number) {
  return {
    receiptId: sold.receiptId,
    bucket: sold.bucket,
    occurredAt: formatInstant(clock.now()),
    returnNumber: '1',
    lines: [{ lineNo: 1, quantityMilli }],
  };
}

const read = (answered: { answer: string }): ReversalAnswer => JSON.parse(answered.answer);

test('a returned item takes its points back', async () => {
  const sold = await confirm(aReceipt(clock));
  const back = read(await house.desk.giveBack(call(aReturn(sold, 400))));
  assert.equal(back.refundKopecks, 4_000);
  assert.deepEqual(back.takenBack, [{ currencyCode: 'bonus', points: 4 }]);
  assert.equal(back.lines[0]?.remainingMilli, 600);
  assert.equal(back.versionNo, 2);
});

test('returns of one receipt go on until nothing is left, and not further', async () => {
  const sold = await confirm(aReceipt(clock, { member: { card: CARDS[1] ?? '' } }));
  await house.desk.giveBack(call(aReturn(sold, 700)));
  const refused = await refusalOf(house.desk.giveBack(call(aReturn(sold, 301))));
  assert.equal(refused, 'return-exceeds-purchase');
  const last = read(await house.desk.giveBack(call(aReturn(sold, 300))));
  assert.equal(last.versionNo, 3);
  assert.equal(last.balances[0]?.balancePoints, 0);
});

test('a return that is sent twice is done once', async () => {
  const sold = await confirm(aReceipt(clock));
  const request = call(aReturn(sold, 500));
  const [first, again] = [await house.desk.giveBack(request), await house.desk.giveBack(request)];
  assert.equal(first.answer, again.answer);
  assert.deepEqual([first.isReplay, again.isReplay], [false, true]);
});

test('a cancelled receipt is gone whole and cannot be returned', async () => {
  const sold = await confirm(aReceipt(clock, { member: { card: CARDS[2] ?? '' } }));
  const { returnNumber: _, lines: __, ...cancel } = aReturn(sold, 1);
  const back = read(await house.desk.cancel(call(cancel)));
  assert.equal(back.refundKopecks, 10_000);
  assert.equal(back.balances[0]?.balancePoints, 0);
  assert.equal(await refusalOf(house.desk.giveBack(call(aReturn(sold, 1)))), 'receipt-cancelled');
});

test('a receipt of which all has come back may still be cancelled', async () => {
  const sold = await confirm(aReceipt(clock));
  const request = aReturn(sold, 1000);
  await house.desk.giveBack(call(request));
  const { returnNumber: _, lines: __, ...cancel } = request;
  const back = read(await house.desk.cancel(call(cancel)));
  assert.deepEqual([back.refundKopecks, back.lines], [0, []]);
});

test('a till of another partner cannot return the goods', async () => {
  const sold = await confirm(aReceipt(clock));
  const terminal = house.directory.current().terminalByCode.get(PKC);
  assert.ok(terminal);
  const foreign = { ...call(aReturn(sold, 100)), terminal };
  assert.equal(await refusalOf(house.desk.giveBack(foreign)), 'receipt-of-another-partner');
});

test('a receipt without a card is returned by its bucket', async () => {
  const { member: _, ...anonymous } = aReceipt(clock);
  const sold = await confirm(anonymous);
  const back = read(await house.desk.giveBack(call(aReturn(sold, 1000))));
  assert.equal(back.refundKopecks, 10_000);
  assert.deepEqual(back.balances, []);
});

test('a receipt that never was is not found', async () => {
  const sold = await confirm(aReceipt(clock));
  const wrong = { ...aReturn(sold, 1), bucket: (sold.bucket + 1) % 16_384 };
  assert.equal(await refusalOf(house.desk.giveBack(call(wrong))), 'unknown-receipt');
});
