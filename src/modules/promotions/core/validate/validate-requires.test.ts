import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion } from '../../testing/builders.ts';
import { DEFAULT_SETTINGS } from '../language/settings.ts';
import { lateBlocks, requiresProblems } from './validate-requires.ts';

type Wish = Parameters<typeof aPromotion>[0];
const codesOf = (...wishes: Wish[]) =>
  requiresProblems(
    wishes.map((wish) => aPromotion(wish)),
    DEFAULT_SETTINGS,
  ).map(({ path, code }) => `${path} ${code}`);
const requires = (...codes: string[]) => ({ requires: codes });

test('what plays earlier may be required, what plays later may not', () => {
  assert.deepEqual(
    codesOf({ code: 'a', phase: 2 }, { code: 'b', phase: 4, stacking: requires('a') }),
    [],
  );
  assert.deepEqual(
    codesOf({ code: 'a', phase: 2, stacking: requires('b') }, { code: 'b', phase: 4 }),
    ['/0/stacking/requires/0 requires-never-holds'],
  );
});

test('in one group only sum and chain let one require another before it', () => {
  const first = { code: 'a', stacking: { priority: 9 } };
  assert.deepEqual(codesOf(first, { code: 'b', stacking: requires('a') }), []);
  const best = { policy: 'best-for-buyer' } as const;
  assert.deepEqual(
    codesOf(
      { code: 'a', stacking: { ...best, priority: 9 } },
      { code: 'b', stacking: { ...best, ...requires('a') } },
    ),
    ['/1/stacking/requires/0 requires-never-holds'],
  );
});

test('promotions that require each other are a cycle', () => {
  assert.deepEqual(
    codesOf({ code: 'a', stacking: requires('b') }, { code: 'b', stacking: requires('a') }),
    ['/0/stacking/requires/0 requires-cycle', '/1/stacking/requires/0 requires-cycle'],
  );
});

test('a code that nobody has never fires and is allowed', () => {
  assert.deepEqual(codesOf({ code: 'a', stacking: requires('gone') }), []);
});

test('a block that comes too late is worth a warning', () => {
  const late = [
    aPromotion({ code: 'a', phase: 2 }),
    aPromotion({ code: 'b', phase: 4, stacking: { blocks: ['a'] } }),
  ];
  assert.deepEqual(
    lateBlocks(late).map(({ path, code }) => `${path} ${code}`),
    ['/1/stacking/blocks/0 block-too-late'],
  );
  const inTime = [
    aPromotion({ code: 'a', phase: 4 }),
    aPromotion({ code: 'b', stacking: { blocks: ['a'] } }),
  ];
  assert.deepEqual(lateBlocks(inTime), []);
});
