import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, type PromotionWish } from '../../testing/builders.ts';
import { aDeck } from '../../testing/decide.ts';
import type { Settings } from '../language/settings.ts';
import { STEP } from './steps.ts';

const groupsOf = (wishes: readonly PromotionWish[], settings: Partial<Settings> = {}) =>
  aDeck(
    wishes.map((wish) => aPromotion(wish)),
    { settings },
  ).steps[STEP.lines]?.groups ?? [];

test('promotions of one group stand together, from its first rank to its last', () => {
  const groups = groupsOf([
    { code: 'a', stacking: { group: 'y' } },
    { code: 'b', stacking: { group: 'x' } },
    { code: 'c', stacking: { group: 'y' } },
  ]);
  assert.deepEqual(
    groups.map(({ code, from, to }) => [code, from, to]),
    [
      ['x', 0, 1],
      ['y', 1, 3],
    ],
  );
});

test('one code in two phases is two groups', () => {
  const wishes = [{ code: 'a' }, { code: 'b', phase: 4 }];
  assert.deepEqual(
    groupsOf(wishes).map(({ from, to }) => [from, to]),
    [[0, 1]],
  );
});

test('policy and order of cutting are the programme’s, unless the group says otherwise', () => {
  const settings = { policy: 'chain', cutOrder: 'in-proportion' } as const;
  assert.partialDeepStrictEqual(groupsOf([{}], settings), [
    { policy: { code: 'chain' }, cutOrder: 'in-proportion', capBasisPoints: 0 },
  ]);
  const stacking = { policy: 'least-cost', cutOrder: 'last-first', capBasisPoints: 500 } as const;
  assert.partialDeepStrictEqual(groupsOf([{ stacking }], settings), [
    { policy: { code: 'least-cost' }, cutOrder: 'last-first', capBasisPoints: 500 },
  ]);
});

for (const [what, stacking, isQuiet] of [
  ['only gives', {}, true],
  ['takes units', { takesUnits: 'phase' }, false],
  ['locks lines', { exclusive: 'line' }, false],
  ['is alone in the group', { exclusive: 'group' }, true],
] as const) {
  test(`a group with a member that ${what} is ${isQuiet ? 'quiet' : 'not quiet'}`, () => {
    const groups = groupsOf([{ code: 'a' }, { code: 'b', stacking }]);
    assert.deepEqual(
      groups.map((group) => group.isQuiet),
      [isQuiet],
    );
  });
}
