import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_SETTINGS } from '../language/settings.ts';
import { type StackingOf, stackingProblems } from './validate-stacking.ts';

type Wish = Omit<Partial<StackingOf>, 'stacking' | 'settings'> & {
  readonly stacking?: Partial<StackingOf['stacking']>;
  readonly settings?: Partial<StackingOf['settings']>;
};
const codesOf = ({ stacking, settings, ...of }: Wish) =>
  stackingProblems({
    code: 'x',
    phase: 2,
    half: null,
    selector: 'all',
    ...of,
    stacking: { group: 'main', priority: 0, ...stacking },
    settings: { ...DEFAULT_SETTINGS, ...settings },
  }).map(({ path, code }) => `${path.slice('/stacking/'.length)} ${code}`);

test('who excludes others has an order to do it in', () => {
  assert.deepEqual(codesOf({ phase: 9, stacking: { exclusive: 'all' } }), [
    'exclusive exclusive-out-of-phase',
  ]);
  assert.deepEqual(codesOf({ phase: 8, half: '8b', stacking: { exclusive: 'all' } }), [
    'exclusive exclusive-out-of-phase',
  ]);
  assert.deepEqual(codesOf({ phase: 8, half: '8b', stacking: { exclusive: 'line' } }), []);
  assert.deepEqual(codesOf({ phase: 1, half: '1a', stacking: { exclusive: 'line' } }), [
    'exclusive exclusive-out-of-phase',
  ]);
  assert.deepEqual(codesOf({ phase: 8, stacking: { exclusive: 'all' } }), []);
});

test('the programme says who may be always there or exclude all', () => {
  const settings = { mayAlways: ['y'], mayExcludeAll: ['y'] };
  assert.deepEqual(codesOf({ stacking: { isAlways: true }, settings }), [
    'isAlways always-not-allowed',
  ]);
  assert.deepEqual(codesOf({ stacking: { exclusive: 'all' }, settings }), [
    'exclusive exclusive-not-allowed',
  ]);
  assert.deepEqual(codesOf({ code: 'y', stacking: { isAlways: true }, settings }), []);
  assert.deepEqual(codesOf({ stacking: { isAlways: true, exclusive: 'all' } }), [
    'isAlways always-and-exclusive',
  ]);
});

test('nobody names itself', () => {
  const stacking = { requires: ['x'], blocks: ['x'], blockedBy: ['x'] };
  assert.deepEqual(codesOf({ stacking }), [
    'requires requires-itself',
    'blocks blocks-itself',
    'blockedBy blocks-itself',
  ]);
  assert.deepEqual(codesOf({ stacking: { exclusive: 'all', requires: ['y'] } }), [
    'requires requires-with-exclusive',
  ]);
});

test('units and caps belong to prices', () => {
  assert.deepEqual(codesOf({ phase: 8, stacking: { takesUnits: 'phase', capBasisPoints: 100 } }), [
    'takesUnits takes-units-out-of-phase',
    'capBasisPoints cap-out-of-phase',
  ]);
  assert.deepEqual(codesOf({ phase: 8, stacking: { takesUnits: 'no' } }), []);
});

test('sets that take units are not judged line by line', () => {
  const stacking = { policy: 'best-per-line' } as const;
  assert.deepEqual(codesOf({ phase: 3, selector: 'n-plus-m', stacking }), [
    'policy best-per-line-takes-sets',
  ]);
  assert.deepEqual(
    codesOf({ phase: 3, selector: 'sets', stacking: { ...stacking, takesUnits: 'no' } }),
    [],
  );
});

test('the best deal is made of sets that take units', () => {
  const stacking = { policy: 'best-deal' } as const;
  assert.deepEqual(codesOf({ phase: 3, selector: 'sets', stacking }), []);
  assert.deepEqual(codesOf({ phase: 2, stacking: { ...stacking, exclusive: 'group' } }), [
    'policy best-deal-needs-sets',
    'policy best-deal-out-of-phase',
    'takesUnits best-deal-takes-units',
    'exclusive best-deal-exclusive',
  ]);
});
