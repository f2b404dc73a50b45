import type { Statement, StatementMovement } from '../admin-contract.ts';

const ID = '019d109e-2614-7000-b529-d0ef4068030a';

/** A movement of a statement; show only what matters. */
export function aMovement(changes: Partial<StatementMovement> = {}): StatementMovement {
  return {
    seq: 1,
    currencyCode: 'miles',
    kind: 'accrual',
    amountPoints: 123_456,
    heldPoints: 0,
    balancePoints: 123_456,
    debtPoints: 0,
    postedAt: '2026-03-02T09:00:00.000Z',
    occurredAt: '2026-03-02T08:59:00.000Z',
    receiptId: null,
    bucket: 1,
    partnerCode: 'azs',
    counterpartId: null,
    reason: null,
    memo: null,
    operationId: ID,
    lots: [],
    promotionCodes: ['base'],
    ...changes,
  };
}

/** A statement of one account in miles, of two decimal places. */
export function aStatement(movements: readonly StatementMovement[]): Statement {
  const balancePoints = movements.at(-1)?.balancePoints ?? 0;
  const standing = { balancePoints, heldPoints: 0, debtPoints: 0 };
  return {
    memberId: 'mbr_00000000abc',
    from: '2026-03-01',
    to: '2026-03-31',
    zone: 'Europe/Moscow',
    asOf: '2026-03-31T21:00:00.000Z',
    accounts: [
      {
        currency: {
          code: 'miles',
          title: { ru: 'Мили', en: 'Miles' },
          plural: { ru: ['миля', 'мили', 'миль'], en: ['mile', 'miles'] },
          divisibility: 2,
          partnerCode: null,
          purpose: 'spendable',
        },
        opening: { balancePoints: 0, heldPoints: 0, debtPoints: 0 },
        movements: [...movements],
        sums: [],
        closing: { ...standing, spendablePoints: 100, pendingPoints: 200, overduePoints: 0 },
        pending: [{ on: null, awaits: 'delivery', points: 200 }],
        holds: [],
        expiring: {
          weeks: [{ monday: '2026-04-06', points: 100 }],
          laterPoints: 0,
          neverPoints: 0,
        },
        isExpirySuspended: false,
      },
    ],
  };
}
