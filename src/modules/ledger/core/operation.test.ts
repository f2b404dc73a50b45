import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { aWorld } from '../testing/world.ts';
import { defineOperation, insufficientPoints, no, unknownCurrency, yes } from './operation.ts';
import { OPERATIONS } from './operations/index.ts';

const twice = defineOperation({
  kind: 'twice',
  params: Type.Object({ points: Type.Integer({ minimum: 1 }) }),
  needs: [],
  decide: (_book, { points }) => yes({ points: 2 * points }),
});

const anything = {
  cause: {
    operationId: 'o',
    receiptId: null,
    occurredAt: aWorld().now(),
    postedAt: aWorld().now(),
    partnerCode: 'p',
  },
  zone: 'Europe/Moscow',
  termsOf: () => undefined,
  exchangeOf: () => undefined,
  newLotId: () => '',
  earlier: [],
  transit: undefined,
};

test('an operation decides on parameters of its shape only', () => {
  const { book } = aWorld().member();
  assert.deepEqual(twice.decide(book, { points: 2 }, anything), yes({ points: 4 }));
  assert.equal(twice.isFit({ points: 0 }), false);
  assert.throws(() => twice.decide(book, { points: 0 }, anything));
});

test('a refusal carries its code, its place and what could be had', () => {
  assert.deepEqual(no('hold-open'), { isGood: false, code: 'hold-open' });
  assert.equal(unknownCurrency().path, '/currencyCode');
  assert.deepEqual(insufficientPoints(7).details, { availablePoints: 7, loanPoints: 0 });
});

test('operations that name a currency refuse one that does not exist', () => {
  const { book } = aWorld().member();
  const lifetime = { activation: { when: 'at-once' }, expiry: { when: 'never' } };
  const everything: Record<string, unknown> = {
    currencyCode: 'moons',
    fromCode: 'moons',
    toCode: 'bonus',
    points: 1,
    promotionCode: 'base',
    reasonCode: 'sorry',
    kopecks: 1,
    lifetime,
    minutes: 1,
    toMemberId: 5,
    as: 'gift',
    ofOperationId: '00000000-0000-7000-8000-000000000000',
    lotIds: ['a'],
    expiresAt: 1,
    confirmation: 'x',
    isSuspended: true,
  };
  for (const operation of OPERATIONS) {
    const names = Object.keys(Reflect.get(operation.params, 'properties') ?? {});
    if (!names.includes('currencyCode') && !names.includes('fromCode')) continue;
    const params = Object.fromEntries(
      names.filter((name) => name in everything).map((name) => [name, everything[name]]),
    );
    const decided = operation.decide(book, params, anything);
    assert.ok(!decided.isGood && decided.code === 'unknown-currency', operation.kind);
  }
});
