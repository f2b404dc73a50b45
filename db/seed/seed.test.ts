import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasRightCheckDigit } from '#modules/members/core/index.ts';
import {
  compileRuleSet,
  validatePromotion,
  validateTogether,
} from '#modules/promotions/core/index.ts';
import { instant, isZone, localMoment } from '#shared/time.ts';
import { basketOf } from './basket.ts';
import { seedDirectory } from './directory.ts';
import { ASSORTMENT, GOODS, GROUPS } from './goods.ts';
import { seedMembers } from './people.ts';
import { PROMOTIONS } from './promotions.ts';
import { randomOf } from './random.ts';
import { PARTNERS, STORES, terminalCodes } from './stores.ts';

test('the stores stand in all eleven time zones of Russia, three terminals each at least', () => {
  assert.ok(STORES.length >= 13);
  for (const store of STORES) {
    assert.ok(isZone(store.zone), store.zone);
    assert.ok(terminalCodes(store).length >= 3);
    assert.ok(PARTNERS.some((partner) => partner.code === store.partnerCode));
  }
  const winter = instant(Date.UTC(2026, 0, 15, 12));
  const clocks = STORES.map((store) => {
    const { date, minuteOfDay } = localMoment(winter, store.zone);
    return `${date} ${minuteOfDay}`;
  });
  assert.equal(new Set(clocks).size, 11);
});

test('every article stands in a known group at a price above zero, under a code of its own', () => {
  const codes = new Set(GROUPS.map((group) => group.code));
  for (const goods of GOODS) {
    assert.ok(codes.has(goods.groupCode), goods.sku);
    assert.ok(goods.priceKopecks > 0);
  }
  for (const group of GROUPS) assert.ok(group.parentCode === null || codes.has(group.parentCode));
  assert.equal(new Set(GOODS.map((goods) => goods.sku)).size, GOODS.length);
  assert.ok(GOODS.length >= 50);
});

test('every partner sells what its baskets are drawn from', () => {
  const random = randomOf('baskets');
  for (const { code } of PARTNERS) {
    const groups = ASSORTMENT[code] ?? [];
    for (const line of basketOf(code, random)) {
      const goods = GOODS.find((one) => one.sku === line.sku);
      assert.ok(goods !== undefined && groups.includes(goods.groupCode));
    }
  }
});

test('the demo’s promotions are sound, one by one and together', () => {
  for (const promotion of PROMOTIONS) {
    const verdict = validatePromotion(promotion);
    assert.ok(verdict.ok, `${promotion.code}: ${JSON.stringify(verdict)}`);
  }
  assert.deepEqual(validateTogether(PROMOTIONS), []);
  assert.equal(compileRuleSet(1, PROMOTIONS).promotions.length, PROMOTIONS.length);
});

test('two hundred members have phones and cards of their own, with the right check digit', () => {
  const members = seedMembers(200);
  assert.equal(new Set(members.map((member) => member.phone)).size, 200);
  assert.equal(new Set(members.map((member) => member.card)).size, 200);
  for (const member of members) {
    assert.ok(hasRightCheckDigit(member.card));
    assert.match(member.phone, /^\+7900\d{7}$/u);
    assert.ok(STORES.some((store) => store.code === member.homeStoreCode));
  }
  assert.deepEqual(seedMembers(200), members);
});

test('another series of members shares no card and no phone with the first', () => {
  const all = [...seedMembers(200), ...seedMembers(200, '1')];
  assert.equal(new Set(all.map((member) => member.card)).size, 400);
  assert.equal(new Set(all.map((member) => member.phone)).size, 400);
});

test('the directory has the same ids at every call', () => {
  assert.deepEqual(seedDirectory(), seedDirectory());
});
