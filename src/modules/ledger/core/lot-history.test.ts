import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '#shared/time.ts';
import type { EntryKind } from './entry.ts';
import type { Lot } from './lot.ts';
import { type HistoryEntry, lotHistory, lotState } from './lot-history.ts';

const LOT = { id: 'lot', amount: 100, receiptId: 'receipt' };
const NOW = instant(1_000_000);

function anEntry(kind: EntryKind, seq: number, some: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    seq,
    kind,
    postedAt: NOW,
    occurredAt: NOW,
    operationId: `operation-${seq}`,
    receiptId: null,
    partnerCode: '',
    memo: null,
    lots: [],
    dates: [],
    ...some,
  };
}

const share = (amount: number) => ({ lots: [{ id: 'lot', amount }] });
const told = (entries: readonly HistoryEntry[], holds: Parameters<typeof lotHistory>[2] = []) =>
  lotHistory(LOT, entries, holds).map((m) => [m.kind, m.points, m.held, m.remaining, m.repaid]);

test('a lot’s life is told from its accrual to its last point, and nothing else is', () => {
  const life = told([
    anEntry('accrual', 1, { ...share(100), receiptId: 'receipt' }),
    anEntry('accrual', 2, { lots: [{ id: 'other', amount: 7 }] }),
    anEntry('redemption', 3, {
      lots: [
        { id: 'other', amount: -7 },
        { id: 'lot', amount: -60 },
      ],
    }),
    anEntry('redemption-reversal', 4, share(20)),
    anEntry('expiry', 5, share(-60)),
  ]);
  assert.deepEqual(life, [
    ['accrual', 100, 0, 100, 0],
    ['redemption', -60, 0, 40, 0],
    ['redemption-reversal', 20, 0, 60, 0],
    ['expiry', -60, 0, 0, 0],
  ]);
});

test('points that a debt took as they came in are told with the opening', () => {
  const [opened] = told([anEntry('accrual', 1, { ...share(70), receiptId: 'receipt' })]);
  assert.deepEqual(opened, ['accrual', 70, 0, 70, 30]);
});

test('a lot that a debt took whole was opened by the entry of its receipt', () => {
  const life = told([
    anEntry('accrual', 1, { receiptId: 'another' }),
    anEntry('accrual', 2, { receiptId: 'receipt' }),
  ]);
  assert.deepEqual(life, [['accrual', 0, 0, 0, 100]]);
});

test('holds that reserve points of the lot are told with their ends', () => {
  const holds = [
    { id: 'operation-2', points: 30 },
    { id: 'operation-4', points: 50 },
  ];
  const life = told(
    [
      anEntry('credit', 1, share(100)),
      anEntry('hold', 2),
      anEntry('hold', 3),
      anEntry('hold', 4),
      anEntry('release', 5, { memo: 'operation-4' }),
      anEntry('redemption', 6, { ...share(-25), memo: 'operation-2' }),
    ],
    holds,
  );
  assert.deepEqual(life.slice(1), [
    ['hold', 0, 30, 100, 0],
    ['hold', 0, 50, 100, 0],
    ['release', 0, -50, 100, 0],
    ['redemption', -25, -30, 75, 0],
  ]);
});

test('new dates are told where an entry gave them to the lot', () => {
  const dates = { activeFrom: 1, expiresAt: 2, awaits: null };
  const life = lotHistory(
    LOT,
    [
      anEntry('credit', 1, { ...share(100), dates: [{ ...dates, lotId: 'lot' }] }),
      anEntry('extension', 2, { dates: [{ ...dates, lotId: 'other' }] }),
      anEntry('extension', 3, {
        dates: [
          { ...dates, lotId: 'other' },
          { ...dates, lotId: 'lot', expiresAt: null },
        ],
      }),
    ],
    [],
  );
  assert.deepEqual(
    life.map((movement) => [movement.kind, movement.dates]),
    [
      ['credit', dates],
      ['extension', { ...dates, expiresAt: null }],
    ],
  );
});

test('the state of a lot follows its points first and its dates then', () => {
  const clock = { now: NOW, isExpirySuspended: false };
  const ahead = instant(NOW + 1);
  const lot: Lot = {
    ...LOT,
    currencyCode: 'bonus',
    remaining: 10,
    held: 0,
    earnedAt: NOW,
    activeFrom: NOW,
    awaits: null,
    expiresAt: null,
    lifetime: null,
    promotionCode: '',
    partnerCode: '',
    funderCode: '',
  };
  const cases: readonly (readonly [Partial<Lot>, number, string])[] = [
    [{}, 0, 'active'],
    [{ held: 10 }, 0, 'active'],
    [{ activeFrom: ahead }, 0, 'pending'],
    [{ awaits: 'delivery', activeFrom: ahead }, 0, 'awaiting'],
    [{ expiresAt: NOW, activeFrom: ahead }, 0, 'expired'],
    [{ remaining: 0 }, 0, 'spent'],
    [{ remaining: 0 }, 1, 'expired'],
  ];
  for (const [some, burnt, state] of cases) {
    assert.equal(lotState({ ...lot, ...some }, clock, burnt), state, JSON.stringify(some));
  }
  const suspended = { ...clock, isExpirySuspended: true };
  assert.equal(lotState({ ...lot, expiresAt: NOW }, suspended, 0), 'active');
});
