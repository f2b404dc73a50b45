import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putPromotions } from '#modules/promotions/index.ts';
import { rawSql } from '#platform/db/index.ts';
import { Refusal } from '#shared/refusal.ts';
import { aReceipt, smallHouse } from '../../../tests/support/small-house.ts';
import type { CalculateAnswer, CalculateRequest, ConfirmRequest } from './contract.ts';

const { house, clock, call, confirm } = await smallHouse();

const promotion = (code: string, rest: Readonly<Record<string, unknown>>) => ({
  code,
  title: { ru: `Акция ${code}`, en: `Offer ${code}` },
  phase: 2,
  isOn: true,
  stacking: { group: code, priority: 0 },
  ...rest,
});
const percentOff = (rateBasisPoints: number) => [
  { effect: 'percent-off', params: { rateBasisPoints } },
];
const chosenFrom = { group: 'gift', policy: 'choice', priority: 0 };
const delivered = { condition: 'delivery', params: { kinds: ['courier'] } };

await putPromotions(
  house.db,
  [
    promotion('five', { then: percentOff(500), stacking: chosenFrom }),
    promotion('ten', { then: percentOff(1000), stacking: chosenFrom }),
    promotion('courier', { when: [delivered], then: percentOff(2000) }),
    promotion('big', {
      when: [{ condition: 'basket-total', params: { minKopecks: 16_000 } }],
      then: percentOff(100),
    }),
    promotion('fee', {
      phase: 8,
      when: [delivered],
      then: [{ effect: 'debit-points', params: { points: 7 } }],
    }),
  ],
  { by: 'test', now: clock.now() },
);
await house.refresh();

type Wish = Partial<Omit<CalculateRequest, 'occurredAt' | 'lines'>>;

function basketOf(wish: Wish): CalculateRequest {
  const { receiptNumber: _, calculation: __, ...basket } = aReceipt(clock);
  return { ...basket, ...wish };
}

const calculate = (wish: Wish = {}): Promise<CalculateAnswer> =>
  house.desk.calculate(call(basketOf(wish)));

const givenBy = ({ lines }: Pick<CalculateAnswer, 'lines'>) =>
  lines.flatMap(({ discounts }) => discounts.map((one) => one.promotionCode));

/** Confirms a calculation with what may have been changed meanwhile. */
async function keep(told: CalculateAnswer, wish: Wish): Promise<string> {
  const { ruleSetVersion, digest } = told;
  const request: ConfirmRequest = {
    ...basketOf(wish),
    receiptNumber: '1',
    calculation: { ruleSetVersion, digest },
  };
  try {
    await house.desk.confirm(call(request, told.receiptId));
    return 'kept';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

test('the buyer chooses among promotions; none chosen, the best applies', async () => {
  const free = await calculate();
  assert.deepEqual(givenBy(free), ['ten']);
  assert.deepEqual(
    free.choices.map(({ promotionCode, group, title, worthKopecks }) => [
      promotionCode,
      group,
      title.en,
      worthKopecks,
    ]),
    [
      ['five', 'gift', 'Offer five', 500],
      ['ten', 'gift', 'Offer ten', 1000],
    ],
  );
  const chosen = await calculate({ chosenPromotions: ['five'] });
  assert.deepEqual(givenBy(chosen), ['five']);
  assert.deepEqual(chosen.choices, free.choices);
  assert.deepEqual(givenBy(await calculate({ chosenPromotions: ['no-such'] })), ['ten']);
});

test('a choice is part of what was calculated', async () => {
  const chosenPromotions = ['five'];
  assert.equal(await keep(await calculate({ chosenPromotions }), {}), 'calculation-mismatch');
  // Chosen or not, the ten comes to the same; the till asked for something else all the same.
  const told = await calculate();
  assert.equal(await keep(told, { chosenPromotions: ['ten'] }), 'calculation-mismatch');
  assert.equal(await keep(await calculate({ chosenPromotions }), { chosenPromotions }), 'kept');
});

test('the way of delivery has promotions of its own and is part of what was calculated', async () => {
  const told = await calculate({ deliveryKind: 'courier' });
  assert.deepEqual(givenBy(told), ['courier', 'ten']);
  assert.deepEqual(givenBy(await calculate({ deliveryKind: 'pickup' })), ['ten']);
  assert.equal(await keep(told, { deliveryKind: 'pickup' }), 'calculation-mismatch');
  assert.equal(await keep(told, { deliveryKind: 'courier' }), 'kept');
});

test('what a promotion takes is told as it is posted', async () => {
  const before = (await calculate()).balances[0]?.spendablePoints ?? 0;
  assert.ok(before > 7);
  const wish = { deliveryKind: 'courier' };
  const told = await calculate(wish);
  assert.deepEqual(told.debits, [{ promotionCode: 'fee', currencyCode: 'bonus', points: 7 }]);
  const answer = await confirm(aReceipt(clock, wish));
  assert.deepEqual(answer.debits, told.debits);
  const posted = await house.db.run(
    rawSql<{ amount: number; memo: string }>(
      `select e.amount, e.memo from ledger.entry e where e.receipt_id = $1 and e.kind = 'debit'`,
      [answer.receiptId],
    ),
  );
  assert.deepEqual(posted, [{ amount: -7, memo: 'fee' }]);
  assert.deepEqual((await calculate()).debits, []);
});

test('a till that asks hears what was nearly had, and is not told otherwise', async () => {
  const { hints } = await calculate({ hints: true });
  assert.deepEqual(
    hints?.cashier.map(({ promotionCode, unit, distance }) => [promotionCode, unit, distance]),
    [['big', 'kopecks', 6000]],
  );
  assert.ok(hints?.cashier[0]?.text.ru.includes('60,00'));
  assert.equal((await calculate()).hints, undefined);
});
