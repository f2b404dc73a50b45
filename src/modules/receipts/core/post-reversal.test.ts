import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountOf, type Lot, openBook } from '#modules/ledger/core/index.ts';
import { memberId } from '#shared/ids.ts';
import { instant } from '#shared/time.ts';
import { postReversal } from './post-reversal.ts';

const NOW = instant(1_800_000_000_000);
const context = {
  cause: { operationId: 'o', receiptId: 'r', occurredAt: NOW, postedAt: NOW, partnerCode: 'p' },
  zone: 'Europe/Moscow',
  termsOf: () => undefined,
};

function aLot(id: string, receiptId: string, remaining: number): Lot {
  return {
    id,
    currencyCode: 'bonus',
    amount: 50,
    remaining,
    held: 0,
    earnedAt: instant(0),
    activeFrom: instant(0),
    awaits: null,
    expiresAt: null,
    lifetime: null,
    receiptId,
    promotionCode: 'base',
    partnerCode: 'p',
    funderCode: '',
  };
}

test('spent points come back before earned ones are taken, so that they cover them', () => {
  const owner = { bucket: 1, memberId: memberId(16_385) };
  const book = openBook(owner, { lots: [aLot('spent', 'r0', 0), aLot('own', 'r', 0)] });
  postReversal(
    book,
    {
      refundKopecks: 0,
      returnedPoints: 30,
      takenBack: [{ currencyCode: 'bonus', points: 40 }],
      lines: [],
    },
    {
      entries: [
        {
          kind: 'redemption',
          currency_code: 'bonus',
          amount: -30,
          lot_ids: ['spent'],
          lot_amounts: [-30],
          memo: null,
        },
      ],
      redemptionCurrency: 'bonus',
      context,
      undoesDebitOf: () => true,
    },
  );
  const account = accountOf(book, 'bonus');
  assert.deepEqual([account.balance, account.debt], [0, 10]);
  assert.deepEqual(
    book.entries.map((entry) => [entry.kind, entry.amount]),
    [
      ['redemption-reversal', 30],
      ['accrual-reversal', -40],
    ],
  );
});

test('what a promotion had taken goes back to its lots, where the promotion says so', () => {
  const debit = (memo: string) => ({
    kind: 'debit',
    currency_code: 'bonus',
    amount: -20,
    lot_ids: ['spent'],
    lot_amounts: [-20],
    memo,
  });
  const owner = { bucket: 1, memberId: memberId(16_385) };
  const book = openBook(owner, { lots: [aLot('spent', 'r0', 0)] });
  postReversal(
    book,
    { refundKopecks: 0, returnedPoints: 0, takenBack: [], lines: [] },
    {
      entries: [debit('fee'), debit('kept')],
      redemptionCurrency: 'bonus',
      context,
      undoesDebitOf: (code) => code === 'fee',
    },
  );
  assert.deepEqual(
    book.entries.map((entry) => [entry.kind, entry.amount, entry.memo]),
    [['credit', 20, 'fee']],
  );
});
