import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountOf, type Book, type Lot, openBook } from '#modules/ledger/core/index.ts';
import type { Accrual, Decision } from '#modules/promotions/core/index.ts';
import { compileRuleSet, evaluate } from '#modules/promotions/core/index.ts';
import { memberId } from '#shared/ids.ts';
import { kopecks } from '#shared/money.ts';
import { points } from '#shared/points.ts';
import { instant } from '#shared/time.ts';
import { factsOf } from './facts.ts';
import { planPostings } from './plan-postings.ts';

const NOW = instant(1_800_000_000_000);
const context = {
  cause: { operationId: 'r', receiptId: 'r', occurredAt: NOW, postedAt: NOW, partnerCode: 'p' },
  zone: 'Europe/Moscow',
  termsOf: () => undefined,
};

const lot: Lot = {
  id: 'old',
  currencyCode: 'bonus',
  amount: 20,
  remaining: 20,
  held: 0,
  earnedAt: instant(0),
  activeFrom: instant(0),
  awaits: null,
  expiresAt: null,
  lifetime: null,
  receiptId: 'r0',
  promotionCode: 'base',
  partnerCode: 'p',
  funderCode: '',
};

function aBook(): Book {
  const owner = { bucket: 1, memberId: memberId(16_385) };
  const book = openBook(owner, { lots: [lot] });
  book.accounts.set('bonus', { ...accountOf(book, 'bonus'), balance: 20 });
  return book;
}

function anAccrual(currencyCode: string, amount: number): Accrual {
  return {
    promotionCode: `earn-${currencyCode}-${amount}`,
    currencyCode,
    points: points(amount),
    activeFrom: NOW,
    expiresAt: null,
    byLine: [],
  };
}

function aDecision(changes: Partial<Decision>): Decision {
  const nothing = evaluate(
    compileRuleSet(1, []),
    factsOf({
      receiptId: 'r',
      occurredAt: NOW,
      terminalCode: 'till',
      counted: {},
      store: {
        id: 's',
        code: 'S',
        partnerCode: 'p',
        title: { ru: '', en: '' },
        city: { ru: '', en: '' },
        regionCode: '77',
        formatCode: 'super',
        zone: 'Europe/Moscow',
      },
      lines: [],
      request: {},
      member: null,
      currency: { code: 'bonus' },
      rateOf: () => ({ num: 100, den: 1 }),
      balances: {},
    }),
    { explain: false },
  );
  return { ...nothing, ...changes };
}

const plan = {
  context,
  redemptionCurrency: 'bonus',
  rate: { num: 100, den: 1 },
  lotId: (place: number) => `lot-${place}`,
};

test('points are spent before the new ones are earned', () => {
  const book = aBook();
  const decision = aDecision({
    redemptions: [
      {
        currencyCode: 'bonus',
        points: points(15),
        kopecks: kopecks(15),
        redeemablePointsMax: points(20),
      },
    ],
    accruals: [anAccrual('bonus', 4)],
  });
  planPostings(decision, book, plan);
  assert.deepEqual(
    book.entries.map((entry) => [entry.kind, entry.amount, entry.balanceAfter]),
    [
      ['redemption', -15, 5],
      ['accrual', 4, 9],
    ],
  );
});

test('what promotions take is taken after the payment, never more than is left', () => {
  const book = aBook();
  const debit = (amount: number) => ({ ...anAccrual('bonus', -amount), promotionCode: 'fee' });
  planPostings(aDecision({ accruals: [debit(15), anAccrual('bonus', 4), debit(15)] }), book, plan);
  assert.deepEqual(
    book.entries.map((entry) => [entry.kind, entry.amount, entry.memo]),
    [
      ['debit', -15, 'fee'],
      ['debit', -5, 'fee'],
      ['accrual', 4, null],
    ],
  );
});

test('each promotion opens a lot, each currency one entry', () => {
  const book = aBook();
  const accruals = [anAccrual('bonus', 4), anAccrual('stars', 2), anAccrual('bonus', 6)];
  planPostings(aDecision({ accruals }), book, plan);
  assert.deepEqual(
    book.entries.map((entry) => [entry.account.currencyCode, entry.amount]),
    [
      ['bonus', 10],
      ['stars', 2],
    ],
  );
  assert.deepEqual([...book.openedLotIds].sort(), ['lot-0', 'lot-1', 'lot-2']);
});

test('a decision without points posts nothing', () => {
  const book = aBook();
  planPostings(aDecision({}), book, plan);
  assert.equal(book.entries.length, 0);
});
