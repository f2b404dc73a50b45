import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, daysLater, NOW } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

const BONUS = { currencyCode: 'bonus' };
const TWO_DAYS = {
  activation: { when: 'at-once' },
  expiry: { when: 'after', count: 2, unit: 'day', from: 'accrual', endOf: 'none' },
} as const;

function aMember() {
  const world = aWorld();
  const member = world.member();
  member.good('credit', { ...BONUS, points: 10, reasonCode: 'x', lifetime: TWO_DAYS });
  member.good('credit', { ...BONUS, points: 10, reasonCode: 'x' });
  const [dated = '', never = ''] = member.lots().map((lot) => lot.id);
  return { world, member, dated, never };
}

test('a lot gets a later end', () => {
  const { member, dated } = aMember();
  const expiresAt = daysLater(9);
  const result = member.good('extend', { ...BONUS, lotIds: [dated], expiresAt });
  assert.deepEqual(result, { lotIds: [dated], expiresAt: new Date(expiresAt).toISOString() });
  assert.equal(member.lots()[0]?.expiresAt, expiresAt);
  assert.equal(member.account().changesAt, daysLater(2));
  assert.deepEqual(member.entries(2), [['extension', 0]]);
});

test('an end that is past, or not later, is refused', () => {
  const { member, dated, never } = aMember();
  const cases: [string, number, string][] = [
    [dated, NOW, 'date-in-the-past'],
    [dated, daysLater(2), 'date-not-later'],
    [never, daysLater(2), 'date-not-later'],
  ];
  for (const [lotId, expiresAt, code] of cases) {
    assert.equal(member.refused('extend', { ...BONUS, lotIds: [lotId], expiresAt }).code, code);
  }
});

test('what has burnt, or holds nothing, is not extended', () => {
  const { world, member, dated, never } = aMember();
  world.pass(2 * DAY);
  const extend = (lotId: string) => ({ ...BONUS, lotIds: [lotId], expiresAt: daysLater(9) });
  assert.equal(member.refused('extend', extend(dated)).code, 'lot-burnt');
  assert.equal(member.refused('extend', extend('nobody')).code, 'unknown-lot');
  member.good('spend', { ...BONUS, points: 10 });
  assert.equal(member.refused('extend', extend(never)).code, 'unknown-lot');
});

test('a lot that has just repaid what was owed is extended with what it has left', () => {
  const world = aWorld({ terms: { bonus: { loanPointsMax: 50 } } });
  const member = world.member();
  const lifetime = {
    activation: { when: 'day-start', afterDays: 1 },
    expiry: { when: 'after', count: 5, unit: 'day', from: 'activation', endOf: 'none' },
  };
  member.good('credit', { ...BONUS, points: 10, reasonCode: 'x', lifetime });
  member.good('spend', { ...BONUS, points: 4 });
  assert.equal(member.account().debt, 4);
  world.pass(2 * DAY);
  const [lot] = member.lots();
  member.good('extend', { ...BONUS, lotIds: [lot?.id ?? ''], expiresAt: daysLater(30) });
  assert.equal(member.account().debt, 0);
  const [left] = member.lots();
  assert.deepEqual([left?.remaining, left?.expiresAt], [6, daysLater(30)]);
});
