import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aWorld } from '../../testing/world.ts';

const TRANSFER = { pointsMin: 10, dailyPointsMax: 100, feeBasisPoints: 250, feePoints: 1 };

function aSender(points = 300) {
  const world = aWorld({ terms: { bonus: { transfer: TRANSFER }, stars: {} } });
  const member = world.member(1);
  member.good('credit', { currencyCode: 'bonus', points, reasonCode: 'x' });
  return { member };
}

function send(points: number, toMemberId = 5) {
  return { toMemberId, currencyCode: 'bonus', points, as: 'transfer' };
}

test('points leave with their lots, and the fee is paid besides', () => {
  const { member } = aSender();
  const { transit, ...result } = member.good('transfer-out', send(80));
  assert.deepEqual(result, { points: 80, feePoints: 3 });
  assert.deepEqual(member.entries(1), [
    ['transfer-out', -80],
    ['fee', -3],
  ]);
  const lot = member.lots()[0];
  assert.deepEqual(Reflect.get(Object(transit), 'cargo'), [
    {
      currencyCode: 'bonus',
      debt: 0,
      lots: [
        {
          fromLotId: lot?.id,
          points: 80,
          earnedAt: lot?.earnedAt,
          activeFrom: lot?.activeFrom,
          awaits: null,
          expiresAt: null,
          lifetime: null,
          receiptId: null,
          promotionCode: 'x',
          partnerCode: 'p',
          funderCode: '',
        },
      ],
    },
  ]);
});

test('too little, too much, to oneself and without terms is refused', () => {
  const { member } = aSender(100);
  assert.deepEqual(member.refused('transfer-out', send(9)), {
    code: 'transfer-too-small',
    details: { pointsMin: 10 },
  });
  assert.deepEqual(member.refused('transfer-out', send(100)), {
    code: 'insufficient-points',
    details: { availablePoints: 100, loanPoints: 0 },
  });
  assert.equal(member.refused('transfer-out', send(50, member.id)).code, 'transfer-to-self');
  const stars = { ...send(50), currencyCode: 'stars' };
  assert.equal(member.refused('transfer-out', stars).code, 'transfer-not-allowed');
});

test('the limit of a day counts what was sent, not what came back', () => {
  const { member } = aSender();
  const first = member.good('transfer-out', send(60));
  assert.deepEqual(member.refused('transfer-out', send(41)), {
    code: 'transfer-daily-limit',
    details: { leftPoints: 40 },
  });
  const transitId = Reflect.get(Object(first['transit']), 'id');
  member.good('transfer-back', { transitId });
  member.good('transfer-out', send(100));
  assert.equal(member.refused('transfer-out', send(10)).code, 'transfer-daily-limit');
});
