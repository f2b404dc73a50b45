import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rawSql } from '#platform/db/index.ts';
import { smallCoalition } from '../../../tests/support/small-coalition.ts';
import { staffApp } from '../../../tests/support/staff-app.ts';
import type { PromotionList, PromotionStateAnswer, Vocabulary } from './admin-contract.ts';
import { vocabulary } from './core/index.ts';

const house = await staffApp(smallCoalition);

const list = (query = '') => house.call<PromotionList>('analyst', { path: `/promotions${query}` });
const turn = (code: string, body: object, role: 'marketer' | 'analyst' = 'marketer') =>
  house.call<PromotionStateAnswer>(role, {
    method: 'PUT',
    path: `/promotions/${code}/state`,
    body,
  });

test('promotions are listed in words, with phase, policy and who changed them last', async () => {
  const { body } = await list();
  assert.deepEqual(
    body.promotions.map((one) => [one.code, one.phase, one.stacking, one.isOn]),
    [
      ['base-earning', 'accrual', 'sum', true],
      ['kamchatka-only', 'accrual', 'sum', true],
      ['tea-discount', 'lines', 'sum', true],
    ],
  );
  const [first] = body.promotions;
  assert.equal(first?.changedBy, 'test');
  assert.equal(first?.changedAt, '2026-03-02T09:00:00.000Z');
  assert.ok(body.promotions.every((one) => one.sentence.ru !== '' && one.sentence.en !== ''));
});

test('promotions are listed in pages', async () => {
  const first = (await list('?limit=2')).body;
  const second = (await list(`?limit=2&cursor=${first.nextCursor}`)).body;
  assert.deepEqual(
    second.promotions.map((one) => one.code),
    ['tea-discount'],
  );
  assert.equal(second.nextCursor, null);
});

test('switching a promotion off makes the next rule set and is written down', async () => {
  const before = (await list()).body.ruleSetVersion;
  house.clock.advance(60_000);
  const { status, body } = await turn('tea-discount', { isOn: false, reason: 'margin' });
  assert.equal(status, 200);
  assert.equal(body.ruleSetVersion, before + 1);
  assert.equal(body.promotion.isOn, false);
  assert.equal(body.promotion.changedBy, 'marketer@test.kopilka');
  assert.equal(body.promotion.changedAt, '2026-03-02T09:01:00.000Z');
  assert.equal((await list()).body.ruleSetVersion, before + 1);
  const rows = await house.db.run(
    rawSql<{ object: string; reason: string }>(
      `select object, reason from access.audit where action = 'promotion.switch-off'`,
    ),
  );
  assert.deepEqual(rows, [{ object: 'tea-discount', reason: 'margin' }]);
});

test('switching to the state that it is in changes nothing', async () => {
  const before = (await list()).body.ruleSetVersion;
  assert.equal((await turn('base-earning', { isOn: true })).body.ruleSetVersion, before);
});

test('a promotion that does not exist, a body that does not fit and a role without the right are refused', async () => {
  assert.equal((await turn('nothing', { isOn: true })).status, 404);
  assert.equal((await turn('base-earning', { isOn: 'yes' })).status, 400);
  assert.equal((await turn('base-earning', { isOn: false }, 'analyst')).status, 403);
});

test('the vocabulary is served whole, with parameters and units', async () => {
  const { status, body } = await house.call<Vocabulary>('analyst', {
    path: '/promotions/vocabulary',
  });
  assert.equal(status, 200);
  assert.deepEqual(JSON.parse(JSON.stringify(vocabulary())), body);
  const birthday = body.conditions.find(({ code }) => code === 'birthday-window');
  assert.partialDeepStrictEqual(birthday?.params, {
    properties: { daysBefore: { 'x-unit': 'days', maximum: 180 } },
  });
});
