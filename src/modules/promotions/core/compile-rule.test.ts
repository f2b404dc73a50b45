import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../testing/builders.ts';
import { openBasket } from './basket.ts';
import { compileRule } from './compile-rule.ts';

const receipt = aReceipt();
const basket = openBasket(receipt);

test('conditions are sorted by what they look at, groups by all their parts', () => {
  const elsewhere = { condition: 'place', params: { storeCodes: ['MSK1'] } };
  const night = { condition: 'local-hours', params: { fromMinute: 1320, toMinute: 120 } };
  const rule = compileRule(
    aPromotion({ when: [{ not: elsewhere }, night, { any: [elsewhere, night] }] }),
  );
  assert.equal(rule.checkPlace(receipt, basket), null);
  assert.equal(rule.checkTime(receipt, basket)?.().code, 'wrong-local-hour');
  assert.equal(rule.checkRest(receipt, basket)?.().code, 'none-of');
  assert.equal(rule.check(receipt, basket)?.().code, 'wrong-local-hour');
});

test('a rule wants the goods of its selector, or of its first condition about goods', () => {
  const select = { selector: 'goods', params: { groupCodes: ['dairy'] } };
  const when = [{ condition: 'goods-sum', params: { skus: ['tea'], minKopecks: 1 } }];
  assert.deepEqual(compileRule(aPromotion({ select, when })).goods, {
    groupCodes: ['dairy'],
    skus: [],
  });
  assert.deepEqual(compileRule(aPromotion({ when })).goods, { groupCodes: [], skus: ['tea'] });
  assert.equal(compileRule(aPromotion({ when: [{ any: when }] })).goods, null);
});

test('a rule needs a member as soon as one of its effects does', () => {
  const cap = { effect: 'redemption-cap', params: { shareBasisPoints: 5000 } };
  assert.equal(compileRule(aPromotion()).needsMember, false);
  assert.equal(compileRule(aPromotion({ phase: 7, then: [cap] })).needsMember, true);
});

test('codes that do not exist are not compiled', () => {
  assert.throws(() => compileRule(aPromotion({ then: [{ effect: 'gift', params: {} }] })));
});
