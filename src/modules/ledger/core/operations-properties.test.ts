import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { uuidv7 } from '#shared/ids.ts';
import { MINUTE, NOW } from '../testing/builders.ts';
import { aWorld, type Member, type World } from '../testing/world.ts';

const NOWHERE = uuidv7(NOW, new Uint8Array(10));
const SLIDING = {
  activation: { when: 'at-once' },
  expiry: { when: 'after', count: 3, unit: 'day', from: 'accrual', endOf: 'day', slides: true },
} as const;
const SHORT = {
  activation: { when: 'day-start', afterDays: 1 },
  expiry: { when: 'after', count: 2, unit: 'day', from: 'activation', endOf: 'none' },
} as const;
const CONFIRMED = {
  activation: { when: 'confirmed', confirmation: 'delivery' },
  expiry: { when: 'after', count: 1, unit: 'month', from: 'activation', endOf: 'month' },
} as const;

function aProgramme(): World {
  const transfer = { pointsMin: 2, dailyPointsMax: 500, feeBasisPoints: 250, feePoints: 1 };
  const reactivation = { withinDays: 5, feeBasisPoints: 1000, lifetime: SHORT };
  return aWorld({
    terms: {
      bonus: { loanPointsMax: 50, transfer, reactivation, lifetime: SLIDING },
      stars: { spendOrder: 'first-in', debt: { takeBack: 'to-zero', debit: 'allow' }, transfer },
    },
    exchange: { fromPoints: 3, toPoints: 2, feeBasisPoints: 100 },
  });
}

type Step = {
  readonly kind: string;
  readonly points: number;
  readonly pick: number;
  readonly currencyCode: 'bonus' | 'stars';
  readonly who: 0 | 1;
  readonly hours: number;
};

const KINDS = [
  ...[
    'earn',
    'earn',
    'earn',
    'spend',
    'spend',
    'hold',
    'hold',
    'capture',
    'release',
    'lapse',
    'take-back',
  ],
  ...['give-back', 'credit', 'debit', 'purchase', 'transfer', 'transfer-lost', 'exchange'],
  ...['reactivate', 'extend', 'activate', 'suspend-expiry', 'merge', 'expire', 'repay'],
];

const aStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  points: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 20 })),
  pick: fc.nat(1000),
  currencyCode: fc.constantFrom('bonus', 'stars'),
  who: fc.constantFrom(0, 1),
  hours: fc.constantFrom(0, 0, 1, 7, 30),
});

const someSteps = fc.array(aStep, { minLength: 20, maxLength: 60 });

function played(steps: readonly Step[], after: (members: Members) => void = () => {}) {
  const world = aProgramme();
  const members = [world.member(1), world.member(2)] as const;
  for (const step of steps) {
    world.pass(step.hours * 60 * MINUTE);
    play(step, members, world);
    after(members);
  }
  return { world, members };
}

test('whatever happens, balances, lots, holds and entries tell the same story', () => {
  fc.assert(
    fc.property(someSteps, (steps) => {
      played(steps, assertConserved);
    }),
    { numRuns: 60 },
  );
});

test('whatever happened before, a merge undone at once leaves both with what they had', () => {
  fc.assert(
    fc.property(someSteps, (steps) => {
      const { members } = played(steps);
      for (const member of members) {
        // A privilege does not travel: what only a suspension kept alive would burn on the other side.
        for (const currencyCode of ['bonus', 'stars']) {
          member.good('suspend-expiry', { currencyCode, isSuspended: false });
        }
        member.good('expire', {});
        member.good('repay', {});
      }
      const [goes, stays] = members;
      const before = members.map(holdingsOf);
      const sent = goes.try('merge-out', { toMemberId: stays.id });
      if (!sent.isGood) return;
      stays.good('merge-in', { transit: sent.transit });
      const isPosted = stays.book.entries.some((entry) => entry.memo === sent.transit?.id);
      if (!isPosted) return;
      const ofOperationId = sent.transit?.id;
      const { transit } = stays.good('unmerge-out', { toMemberId: goes.id, ofOperationId });
      goes.good('unmerge-in', { transit });
      assert.deepEqual(members.map(holdingsOf), before);
    }),
    { numRuns: 40 },
  );
});

/** What a member has and owes, apart from the ids of lots. */
function holdingsOf(member: Member) {
  return ['bonus', 'stars'].map((currencyCode) => {
    const { balance, debt, held } = member.account(currencyCode);
    const lots = member
      .lots(currencyCode)
      .filter((lot) => lot.remaining > 0)
      .map(({ id: _id, amount: _amount, ...lot }) => JSON.stringify(lot));
    return { balance, debt, held, lots: lots.sort() };
  });
}

type Members = readonly [Member, Member];

/** Asks for what the step says; that it may be refused is part of the game. */
function play(step: Step, members: Members, world: World): void {
  const member = members[step.who];
  const other = members[1 - step.who] ?? member;
  if (step.kind === 'transfer') return send(step, member, other);
  if (step.kind === 'transfer-lost') return send(step, member, undefined);
  if (step.kind === 'merge') return merge(step, member, other);
  member.try(step.kind, paramsOf(step, member, world), { receiptId: receiptOf(step) });
}

function receiptOf({ pick }: Step): string | null {
  return pick % 3 === 0 ? null : uuidv7(NOW, new Uint8Array(10).fill(pick % 3));
}

function paramsOf(step: Step, member: Member, world: World): object {
  const { currencyCode, points, pick } = step;
  const amount = { currencyCode, points };
  const lifetime = [undefined, SLIDING, SHORT, CONFIRMED][pick % 4];
  const withLifetime = { ...amount, ...(lifetime === undefined ? {} : { lifetime }) };
  const open = [...member.book.holds.values()].filter((hold) => hold.state === 'open');
  const holdId = pickOf(open, pick)?.id;
  const spent = member.book.entries.filter((entry) => entry.kind === 'redemption');
  const lot = pickOf(member.lots(currencyCode), pick);
  switch (step.kind) {
    case 'earn':
      return { ...withLifetime, promotionCode: 'base' };
    case 'credit':
    case 'debit':
      return { ...(step.kind === 'credit' ? withLifetime : amount), reasonCode: 'sorry' };
    case 'purchase':
      return { ...amount, kopecks: 100 };
    case 'hold':
      return { ...amount, minutes: 60 + pick };
    case 'capture':
      return { holdId: holdId ?? NOWHERE, ...(pick % 2 === 0 ? {} : { points }) };
    case 'release':
      return { holdId: holdId ?? NOWHERE };
    case 'lapse':
      return { holdIds: [...member.book.holds.keys()] };
    case 'give-back':
      return { ...amount, ofOperationId: pickOf(spent, pick)?.operationId ?? NOWHERE };
    case 'exchange':
      return { fromCode: currencyCode, toCode: pick % 2 === 0 ? 'stars' : 'bonus', points };
    case 'reactivate':
      return { currencyCode };
    case 'extend':
      return {
        currencyCode,
        lotIds: [lot?.id ?? NOWHERE],
        expiresAt: world.now() + pick * 60 * MINUTE,
      };
    case 'activate':
      return { currencyCode, confirmation: 'delivery' };
    case 'suspend-expiry':
      return { currencyCode, isSuspended: pick % 2 === 0 };
    case 'expire':
    case 'repay':
      return {};
    default:
      return amount;
  }
}

function pickOf<One>(many: readonly One[], pick: number): One | undefined {
  return many[pick % Math.max(1, many.length)];
}

function send(step: Step, from: Member, to: Member | undefined): void {
  const { currencyCode, points, pick } = step;
  const toMemberId = to?.id ?? 99;
  const as = pick % 2 === 0 ? 'gift' : 'transfer';
  const sent = from.try('transfer-out', { toMemberId, currencyCode, points, as });
  if (!sent.isGood) return;
  const transitId = sent.transit?.id;
  if (to === undefined) {
    from.good('transfer-back', { transitId });
    return;
  }
  to.good('transfer-in', { transit: sent.transit });
  from.good('settle', { transitId });
}

function merge(step: Step, from: Member, to: Member): void {
  const sent = from.try('merge-out', { toMemberId: to.id });
  if (!sent.isGood) return;
  to.good('merge-in', { transit: sent.transit });
  from.good('settle', { transitId: sent.transit?.id });
  if (step.pick % 2 === 0) return;
  const ofOperationId = sent.transit?.id;
  const undone = to.try('unmerge-out', { toMemberId: from.id, ofOperationId });
  if (!undone.isGood) return;
  from.good('unmerge-in', { transit: undone.transit });
}

/** What is on its way has arrived or has come back: the contra account `transit` is empty. */
function assertConserved(members: Members): void {
  const transits = members
    .flatMap((member) => member.book.entries)
    .filter((entry) => entry.contraAccount === 'transit');
  assert.equal(
    transits.reduce((sum, entry) => sum + entry.amount, 0),
    0,
    'nothing is left on its way',
  );
}
