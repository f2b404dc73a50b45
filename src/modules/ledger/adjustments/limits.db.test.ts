import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hireStaff } from '#modules/access/index.ts';
import { rawSql } from '#platform/db/index.ts';
import { present } from '#shared/assert.ts';
import { formatInstant, instant } from '#shared/time.ts';
import { smallCoalition } from '../../../../tests/support/small-coalition.ts';
import { staffApp } from '../../../../tests/support/staff-app.ts';
import type { Adjustment, AdjustmentDetail, AdjustmentRequest } from '../admin-contract.ts';
import { ADJUSTMENT_LIMITS, PROPOSAL_MS } from './rules.ts';

const DAY = 86_400_000;
let ids: readonly string[] = [];
const house = await staffApp(async (at) => {
  ids = await smallCoalition(at);
});
const { db, clock } = house;
const [, BORIS = ''] = ids;

type Failed = { readonly error?: { readonly code: string; readonly details: object } };

const asked = (points: number): AdjustmentRequest => ({
  currencyCode: 'bonus',
  direction: 'credit',
  points,
  reasonCode: 'apology',
  comment: 'The till was down for an hour',
});

test('a proposal that has waited for more than two weeks can be rejected only', async () => {
  const maker = await aMaker('slow@test.kopilka');
  const { body } = await maker(5);
  const old = formatInstant(instant(clock.now() - PROPOSAL_MS - 1));
  await db.run(
    rawSql('update ledger.adjustment set made_at = $1 where id = $2', [old, body.adjustmentId]),
  );
  const path = `/adjustments/${body.memberId}/${body.adjustmentId}`;
  const { forecast } = (await house.call<AdjustmentDetail>('supervisor', { path })).body;
  assert.equal(forecast?.refusal, 'adjustment-too-old');
  const approve = { method: 'POST', path: `${path}/approve`, body: {} } as const;
  const { body: refused } = await house.call<Failed>('supervisor', approve);
  assert.equal(refused.error?.code, 'adjustment-too-old');
  await reject(body);
});

test('a person’s sum within 24 hours holds, however many proposals come at once', async () => {
  const maker = await aMaker();
  const { operatorPoints, operatorDailyPoints } = ADJUSTMENT_LIMITS;
  const many = await Promise.all(Array.from({ length: 12 }, () => maker(operatorPoints)));
  const taken = many.filter((answer) => answer.status === 200);
  assert.equal(taken.length * operatorPoints, operatorDailyPoints);
  const refused = many.find((answer) => answer.status !== 200);
  assert.equal(refused?.body.error?.code, 'adjustment-daily-limit');
  const [first] = taken;
  await reject(present(first?.body, 'first'));
  assert.equal((await maker(operatorPoints)).status, 200);
  assert.equal((await maker(1)).status, 409);
  clock.advance(DAY);
  const nextDay = await aMaker();
  assert.equal((await nextDay(operatorPoints)).status, 200);
});

test('limits of the day are each person’s own', async () => {
  clock.advance(2 * DAY);
  const one = await aMaker('one@test.kopilka');
  const other = await aMaker('other@test.kopilka');
  const { operatorPoints, operatorDailyPoints } = ADJUSTMENT_LIMITS;
  for (let sum = 0; sum < operatorDailyPoints; sum += operatorPoints) {
    assert.equal((await one(operatorPoints)).status, 200);
  }
  assert.equal((await one(1)).body.error?.code, 'adjustment-daily-limit');
  assert.deepEqual((await one(1)).body.error?.details, { pointsLeft: 0 });
  assert.equal((await other(operatorPoints)).status, 200);
});

async function reject({ memberId, adjustmentId }: Adjustment): Promise<void> {
  const path = `/adjustments/${memberId}/${adjustmentId}/reject`;
  const body = { comment: 'No such failure' };
  assert.equal((await house.call('supervisor', { method: 'POST', path, body })).status, 200);
}

/** Signs an operator in. @returns what asks for points in their name */
async function aMaker(login = 'maker@test.kopilka') {
  const password = 'correct horse battery';
  await hireStaff(
    { db, clock },
    { login, name: login, password, roles: ['operator'], locale: 'ru' },
  );
  const session = await house.http.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { login, password },
  });
  const cookie = String(session.headers['set-cookie']).split(';')[0] ?? '';
  const headers = { cookie, 'x-csrf': session.json<{ csrf: string }>().csrf };
  return async (points: number) => {
    const url = `/api/v1/members/${BORIS}/adjustments`;
    const answer = await house.http.inject({
      method: 'POST',
      url,
      headers,
      payload: asked(points),
    });
    return { status: answer.statusCode, body: answer.json<Adjustment & Failed>() };
  };
}
