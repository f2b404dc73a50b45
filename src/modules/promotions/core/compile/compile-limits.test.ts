import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion } from '../../testing/builders.ts';
import type { Limit } from '../language/limit-shape.ts';
import { compileLimits, isTold, sharedKeysOf } from './compile-limits.ts';

const limit = (more: Partial<Limit> = {}): Limit => ({
  code: 'once',
  unit: 'times',
  subject: 'member',
  period: 'day',
  max: 1,
  ...more,
});
const promotion = (code: string, ...limits: Limit[]) => aPromotion({ code, limits });
const compiled = (more: Partial<Limit>) => {
  const [found] = compileLimits(promotion('a', limit(more)), new Set());
  assert.ok(found !== undefined);
  return found;
};

test('a limit without a key has that of its promotion and its own code', () => {
  assert.equal(compiled({}).key, 'a/once');
  assert.equal(compiled({ key: 'spring' }).key, 'spring');
});

test('limits keep their numbers, as they are written', () => {
  const limits = [limit({ code: 'z' }), limit({ code: 'a' })];
  const found = compileLimits(promotion('p', ...limits), new Set());
  assert.deepEqual(
    found.map(({ no, key }) => [no, key]),
    [
      [0, 'p/z'],
      [1, 'p/a'],
    ],
  );
});

for (const [more, flags] of [
  [{}, { isStop: false, isAlarm: false, isByLine: false, isOfReceipt: false, isOfMember: true }],
  [{ reaction: 'stop' }, { isStop: true, isAlarm: false }],
  [{ reaction: 'alarm' }, { isStop: false, isAlarm: true }],
  [{ reaction: 'cap' }, { isStop: false, isAlarm: false }],
  [{ subject: 'household' }, { isOfMember: true }],
  [{ subject: 'card' }, { isOfMember: true }],
  [{ subject: 'promotion' }, { isOfMember: false }],
  [
    { subject: 'receipt', period: 'receipt' },
    { isOfReceipt: true, isByLine: false },
  ],
  // A line is of this receipt alone, whatever the period says.
  [
    { subject: 'line', period: 'day' },
    { isOfReceipt: true, isByLine: true },
  ],
] as const) {
  test(`a limit with ${JSON.stringify(more)} is made ready as it says`, () => {
    assert.partialDeepStrictEqual(compiled(more), flags);
  });
}

for (const [more, expected] of [
  [{}, true],
  [{ period: 'receipt' }, false],
  [{ period: 'receipt', reaction: 'alarm' }, true],
  [{ period: 'receipt', lowWater: 0 }, true],
  [{ subject: 'line', period: 'receipt', lowWater: 0 }, false],
] as const) {
  test(`of a limit with ${JSON.stringify(more)} there is ${expected ? 'something' : 'nothing'} to say`, () => {
    assert.equal(isTold(compiled(more)), expected);
  });
}

test('a key is shared when two limits have it, of two promotions or of one', () => {
  const shared = sharedKeysOf([
    promotion('a', limit({ key: 'both' }), limit({ code: 'own' })),
    promotion('b', limit({ key: 'both' }), limit({ code: 'own' })),
    promotion('c', limit({ code: 'x', key: 'twice' }), limit({ code: 'y', key: 'twice' })),
    aPromotion({ code: 'd' }),
  ]);
  assert.deepEqual([...shared], ['both', 'twice']);
  const [first, own] = compileLimits(promotion('a', limit({ key: 'both' }), limit()), shared);
  assert.deepEqual([first?.isShared, own?.isShared], [true, false]);
});

test('the limit of a promotion that an event of the tree may reach is shared with itself', () => {
  const fire = { effect: 'fire', params: { event: 'custom.event' } };
  const each = { effect: 'iterate', params: { event: 'custom.event', over: 'units' } };
  const asked = aPromotion({ code: 'b', trigger: 'custom.event', limits: [limit()] });
  for (const effect of [fire, each]) {
    const fired = [aPromotion({ code: 'a', then: [effect], limits: [limit()] }), asked];
    assert.deepEqual([...sharedKeysOf(fired)], ['b/once']);
  }
  assert.deepEqual([...sharedKeysOf([asked])], []);
});
