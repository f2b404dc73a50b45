import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../testing/builders.ts';
import { openBasket } from './basket.ts';
import { hasBit } from './rule-index.ts';
import { compileRuleSet } from './rule-set.ts';

const select = (params: object) => ({ selector: 'goods', params: { ...params } });
const ruleSet = compileRuleSet(1, [
  aPromotion({ code: 'always' }),
  aPromotion({
    code: 'at-night',
    when: [{ condition: 'local-hours', params: { fromMinute: 1320, toMinute: 120 } }],
  }),
  aPromotion({ code: 'dairy', select: select({ groupCodes: ['dairy'] }) }),
  aPromotion({
    code: 'elsewhere',
    when: [{ condition: 'place', params: { storeCodes: ['MSK1'] } }],
  }),
  aPromotion({ code: 'tea', select: select({ skus: ['tea'] }) }),
]);
const candidates = (wish: Parameters<typeof aReceipt>[0]) => {
  const bits = ruleSet.index.candidates(openBasket(aReceipt(wish)));
  return ruleSet.rules.filter((_, place) => hasBit(bits, place)).map((rule) => rule.code);
};

test('only rules that place, time and goods allow are candidates', () => {
  assert.deepEqual(candidates({}), ['always']);
  assert.deepEqual(candidates({ minuteOfDay: 1380 }), ['always', 'at-night']);
  assert.deepEqual(candidates({ place: { storeCode: 'MSK1' } }), ['always', 'elsewhere']);
  assert.deepEqual(candidates({ lines: [{ sku: 'tea' }, { groupCodes: ['dairy'] }] }), [
    'always',
    'dairy',
    'tea',
  ]);
});

test('remembered answers are those of the same place and minute only', () => {
  for (let turn = 0; turn < 3; turn += 1) {
    assert.deepEqual(candidates({ minuteOfDay: 1320 }), ['always', 'at-night']);
    assert.deepEqual(candidates({ minuteOfDay: 1319 }), ['always']);
  }
});

test('more rules than bits in a word have their places', () => {
  const many = Array.from({ length: 70 }, (_, i) =>
    aPromotion({ code: `p${i}`, select: select({ skus: [`sku${i}`] }) }),
  );
  const wide = compileRuleSet(1, many);
  const bits = wide.index.candidates(openBasket(aReceipt({ lines: [{ sku: 'sku69' }] })));
  assert.deepEqual(
    wide.rules.filter((_, place) => hasBit(bits, place)).map((rule) => rule.code),
    ['p69'],
  );
});
