import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { DEFAULT_SETTINGS, SettingsShape } from './settings.ts';

test('a programme without settings of its own has those of the norm', () => {
  assert.deepEqual(DEFAULT_SETTINGS, {
    policy: 'sum',
    percentRounding: 'near',
    floorUnitKopecks: 0,
    floorBasisPoints: 0,
    lineCapBasisPoints: 10_000,
    receiptCapBasisPoints: 10_000,
    cutOrder: 'last-first',
    redemptionCapBasisPoints: 10_000,
    pointsPayFloor: false,
    externalDiscount: 'counts',
    onReturn: 'proportional',
    funderCode: 'operator',
    dealNodes: 20_000,
  });
  assert.equal(Value.Check(SettingsShape, DEFAULT_SETTINGS), true);
});

for (const [what, more, fits] of [
  ['nobody who may apply always', { mayAlways: [] }, true],
  ['one who may exclude all others', { mayExcludeAll: ['sale'] }, true],
  ['a floor of the full price', { floorBasisPoints: 10_000 }, true],
  ['a floor above the full price', { floorBasisPoints: 10_001 }, false],
  ['a cap that lets nothing through', { receiptCapBasisPoints: 0 }, false],
  ['a policy of no group', { policy: 'most-fun' }, false],
  ['no node to look at', { dealNodes: 0 }, false],
  ['a payer in capitals', { funderCode: 'Operator' }, false],
  ['a misspelt field', { floor: 1 }, false],
] as const) {
  test(`settings with ${what} ${fits ? 'fit' : 'are refused'}`, () => {
    assert.equal(Value.Check(SettingsShape, { ...DEFAULT_SETTINGS, ...more }), fits);
  });
}
