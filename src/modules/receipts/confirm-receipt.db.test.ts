import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '#platform/db/index.ts';
import { CARDS } from '../../../tests/support/small-coalition.ts';
import { aReceipt, smallHouse } from '../../../tests/support/small-house.ts';

const { house, clock, call, confirm } = await smallHouse();

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

async function refusalOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing refused',
    (error: unknown) => codeOf(error),
  );
}

async function count(table: 'receipt' | 'entry'): Promise<number> {
  const statement =
    table === 'receipt'
      ? sql<{ n: number }>`select count(*) as n from receipts.receipt`
      : sql<{ n: number }>`select count(*) as n from ledger.entry`;
  const [row] = await house.db.run(statement);
  return row?.n ?? -1;
}

test('a confirmed receipt is on the account at once', async () => {
  const answer = await confirm(aReceipt(clock));
  assert.equal(answer.payableKopecks, 10_000);
  assert.deepEqual(answer.balances, [
    { currencyCode: 'bonus', spendablePoints: 10, balancePoints: 10, seq: 1 },
  ]);
});

test('a confirm costs two round trips', async () => {
  const costs: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    const before = house.db.roundTrips();
    await confirm(aReceipt(clock));
    costs.push(house.db.roundTrips() - before);
  }
  // The outbox's relay asks by itself now and then: others only ever add.
  assert.equal(Math.min(...costs), 2);
});

test('the same request again gets the stored answer byte for byte and changes nothing', async () => {
  const request = call(aReceipt(clock));
  const first = await house.desk.confirm(request);
  const receipts = await count('receipt');
  const entries = await count('entry');
  const again = await house.desk.confirm(request);
  assert.equal(again.answer, first.answer);
  assert.deepEqual([first.isReplay, again.isReplay], [false, true]);
  assert.deepEqual([await count('receipt'), await count('entry')], [receipts, entries]);
});

test('the same id with another body is refused', async () => {
  const request = call(aReceipt(clock));
  await house.desk.confirm(request);
  const other = call(aReceipt(clock, { receiptNumber: '2' }), request.opId);
  assert.equal(await refusalOf(house.desk.confirm(other)), 'operation-id-reused');
});

test('twenty copies of one request in flight make one receipt', async () => {
  const request = call(aReceipt(clock, { member: { card: CARDS[1] ?? '' } }));
  const before = await count('receipt');
  const answers = await Promise.all(Array.from({ length: 20 }, () => house.desk.confirm(request)));
  assert.equal(new Set(answers.map((one) => one.answer)).size, 1);
  assert.equal(await count('receipt'), before + 1);
});

test('a refused receipt does not fail its neighbours in the batch', async () => {
  const member = { card: CARDS[2] ?? '' };
  const work = [
    house.desk.confirm(call(aReceipt(clock, { member }))),
    refusalOf(house.desk.confirm(call(aReceipt(clock, { member, spendPoints: 1_000_000 })))),
    house.desk.confirm(call(aReceipt(clock, { member }))),
  ] as const;
  const [first, refused, third] = await Promise.all(work);
  assert.equal(refused, 'insufficient-points');
  assert.equal(first.isReplay || third.isReplay, false);
});

test('receipts of one member in one batch are numbered one after another', async () => {
  const member = { card: CARDS[2] ?? '' };
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => confirm(aReceipt(clock, { member }))),
  );
  const seqs = answers.map((answer) => answer.balances[0]?.seq ?? 0).sort((a, b) => a - b);
  assert.deepEqual(
    seqs,
    Array.from({ length: 30 }, (_, place) => (seqs[0] ?? 0) + place),
  );
});

test('a receipt without a card is kept and earns nothing', async () => {
  const { member: _, ...anonymous } = aReceipt(clock);
  const answer = await confirm(anonymous);
  assert.equal(answer.member, null);
  assert.deepEqual(answer.accruals, []);
  assert.deepEqual(answer.balances, []);
});

test('what was calculated is what is confirmed', async () => {
  const request = aReceipt(clock);
  const { receiptNumber, ...basket } = request;
  const told = await house.desk.calculate(call(basket));
  const calculation = { ruleSetVersion: told.ruleSetVersion, digest: told.digest };
  const { answer } = await house.desk.confirm(
    call({ ...basket, receiptNumber, calculation }, told.receiptId),
  );
  const kept = JSON.parse(answer);
  assert.equal(kept.payableKopecks, told.payableKopecks);
  assert.deepEqual(kept.accruals, told.accruals);
});

test('another basket under a calculation is refused', async () => {
  const { receiptNumber, ...basket } = aReceipt(clock);
  const told = await house.desk.calculate(call(basket));
  const lines = [{ lineNo: 1, sku: 'bread', quantityMilli: 2000, priceKopecks: 10_000 }];
  const calculation = { ruleSetVersion: told.ruleSetVersion, digest: told.digest };
  const changed = call({ ...basket, lines, receiptNumber, calculation }, told.receiptId);
  assert.equal(await refusalOf(house.desk.confirm(changed)), 'calculation-mismatch');
});

test('a purchase that was cancelled first cannot be confirmed any more', async () => {
  const { receiptNumber, ...basket } = aReceipt(clock);
  const told = await house.desk.calculate(call(basket));
  const cancel = {
    receiptId: told.receiptId,
    bucket: told.bucket,
    occurredAt: basket.occurredAt,
  };
  await house.desk.cancel(call(cancel));
  const calculation = { ruleSetVersion: told.ruleSetVersion, digest: told.digest };
  const late = call({ ...basket, receiptNumber, calculation }, told.receiptId);
  assert.equal(await refusalOf(house.desk.confirm(late)), 'receipt-cancelled');
});

test('the books of every member add up and are chained', async () => {
  const rows = await house.db.run(sql<{ wrong: number }>`
    select count(*) as wrong from ledger.account a
    where a.balance - a.debt <> (select coalesce(sum(e.amount), 0) from ledger.entry e
        where e.bucket = a.bucket and e.member_id = a.member_id and e.currency_code = a.currency_code)
      or a.balance <> (select coalesce(sum(l.remaining), 0) from ledger.lot l
        where l.bucket = a.bucket and l.member_id = a.member_id and l.currency_code = a.currency_code)
      or a.seq <> (select count(*) from ledger.entry e
        where e.bucket = a.bucket and e.member_id = a.member_id and e.currency_code = a.currency_code)`);
  assert.equal(rows[0]?.wrong, 0);
});
