import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ROLES, type Role, rightsOf } from '#modules/access/core/index.ts';
import { parseMemberWireId } from '#modules/members/core/index.ts';
import { rawSql } from '#platform/db/index.ts';
import { Fault } from '#platform/fault.ts';
import type { Principal } from '#platform/http/staff-routes.ts';
import { systemRandom } from '#platform/random.ts';
import { present } from '#shared/assert.ts';
import { bucketOf, uuidv7 } from '#shared/ids.ts';
import { instant } from '#shared/time.ts';
import { openPointsDesk } from '../../../../db/seed/points-desk.ts';
import { smallCoalition } from '../../../../tests/support/small-coalition.ts';
import { staffApp } from '../../../../tests/support/staff-app.ts';
import type {
  Adjustment,
  AdjustmentDetail,
  AdjustmentList,
  AdjustmentRequest,
  AdjustmentRules,
  EntryList,
} from '../admin-contract.ts';
import type { LedgerDesk } from '../operate/ledger-desk.ts';
import type { AdjustmentDeps } from './adjustment.ts';
import { approveAdjustment } from './decide-adjustment.ts';
import { ADJUSTMENT_LIMITS } from './rules.ts';

let ids: readonly string[] = [];
/** Noon in Moscow on Monday, 2 March 2026. */
const house = await staffApp(async (at) => {
  ids = await smallCoalition(at);
});
const { db, clock, secrets } = house;
const points = await openPointsDesk(db, { since: clock.now(), now: clock.now() });
after(() => points.close());
const [ANNA = '', BORIS = '', CLARA = ''] = ids;

type Failed = {
  readonly error: { readonly code: string; readonly details: { [key: string]: unknown } };
};
const codeOf = (body: unknown) => (body as Failed).error?.code;
const detailsOf = (body: unknown) => (body as Failed).error?.details;

const asked = (changes: Partial<AdjustmentRequest> = {}): AdjustmentRequest => ({
  currencyCode: 'bonus',
  direction: 'credit',
  points: 100,
  reasonCode: 'apology',
  comment: 'The till was down for an hour',
  ...changes,
});
const propose = (role: Role, member: string, changes: Partial<AdjustmentRequest> = {}) =>
  house.call<Adjustment>(role, {
    method: 'POST',
    path: `/members/${member}/adjustments`,
    body: asked(changes),
  });
const proposed = async (role: Role, member: string, changes: Partial<AdjustmentRequest> = {}) => {
  const { status, body, text } = await propose(role, member, changes);
  assert.equal(status, 200, text);
  return body;
};
const decide = (role: Role, a: Adjustment, verb: 'approve' | 'reject' | 'withdraw') =>
  house.call<Adjustment>(role, {
    method: 'POST',
    path: `/adjustments/${a.memberId}/${a.adjustmentId}/${verb}`,
    body: verb === 'reject' ? { comment: 'No such failure that day' } : {},
  });
const look = (a: Adjustment, role: Role = 'supervisor') =>
  house.call<AdjustmentDetail>(role, { path: `/adjustments/${a.memberId}/${a.adjustmentId}` });
const movesOf = async (member: string, kind: 'credit' | 'debit') => {
  const path = `/members/${member}/entries?kind=${kind}`;
  const { entries } = (await house.call<EntryList>('operator', { path })).body;
  return entries.map((entry) => entry.amountPoints);
};

test('a proposal moves nothing; another person’s approval moves it once', async () => {
  const a = await proposed('operator', ANNA, { points: 250 });
  assert.equal(a.state, 'proposed');
  assert.equal(a.memberName, 'И••• П.');
  assert.deepEqual([a.maker.name, a.maker.isMe], ['operator', true]);
  assert.deepEqual(await movesOf(ANNA, 'credit'), []);
  const { status, body } = await decide('supervisor', a, 'approve');
  assert.equal(status, 200);
  assert.deepEqual(
    [body.state, body.checker?.name, body.checker?.isMe, body.mayDecide],
    ['approved', 'supervisor', true, 'decided'],
  );
  assert.deepEqual(await movesOf(ANNA, 'credit'), [250]);
  const again = await decide('supervisor', a, 'approve');
  assert.deepEqual([again.status, again.body.state], [200, 'approved']);
  assert.deepEqual(await movesOf(ANNA, 'credit'), [250]);
});

test('each role does with its own and with others’ what the matrix says', async () => {
  const word = (answer: { status: number; body: unknown }) =>
    answer.status === 200 ? 'yes' : codeOf(answer.body);
  const others = () => proposed('operator', BORIS, { points: 1 });
  const rows: string[] = [];
  for (const role of ROLES) {
    const mine = await propose(role, BORIS, { points: 2 });
    const isMaker = mine.status === 200;
    const answers = [
      mine,
      await propose(role, BORIS, { points: ADJUSTMENT_LIMITS.operatorPoints + 1 }),
      ...(isMaker ? [await decide(role, mine.body, 'approve')] : []),
      ...(isMaker ? [await decide(role, mine.body, 'reject')] : []),
      ...(isMaker ? [await decide(role, mine.body, 'withdraw')] : []),
      ...(role === 'operator' ? [] : [await decide(role, await others(), 'approve')]),
      ...(role === 'operator' ? [] : [await decide(role, await others(), 'reject')]),
      ...(role === 'operator' ? [] : [await decide(role, await others(), 'withdraw')]),
    ];
    rows.push(`${role}: ${answers.map(word).join(' ')}`);
  }
  const none = 'right-missing right-missing right-missing right-missing right-missing';
  assert.deepEqual(rows, [
    `admin: ${none}`,
    `marketer: ${none}`,
    'operator: yes adjustment-too-large right-missing right-missing yes',
    'supervisor: yes yes adjustment-own adjustment-own yes yes yes adjustment-of-another',
    'security: right-missing right-missing yes yes right-missing',
    `analyst: ${none}`,
  ]);
});

test('a supervisor decides up to the limit; what is beyond it waits for the security officer', async () => {
  const large = await proposed('supervisor', CLARA, {
    points: ADJUSTMENT_LIMITS.supervisorPoints + 1,
  });
  assert.equal((await look(large)).body.adjustment.mayDecide, 'own');
  const small = await proposed('operator', CLARA, { points: ADJUSTMENT_LIMITS.operatorPoints });
  assert.equal((await look(small)).body.adjustment.mayDecide, 'yes');
  const colleague = await hireAnother('supervisor');
  const deps = depsWith(points.ledger);
  const call = { ...keyOf(large), principal: colleague, comment: null };
  await assert.rejects(approveAdjustment(deps, call), {
    code: 'adjustment-beyond-limit',
    details: { pointsMax: ADJUSTMENT_LIMITS.supervisorPoints },
  });
  assert.equal((await decide('security', large, 'approve')).status, 200);
  assert.equal((await decide('supervisor', small, 'approve')).status, 200);
  assert.deepEqual(await movesOf(CLARA, 'credit'), [1_000, 10_001]);
});

test('the same person is refused by the database itself, approver and rejecter alike', async () => {
  const row = (state: string, checker: string | null) =>
    db.run(
      rawSql(
        `insert into ledger.adjustment (bucket, member_id, id, currency_code, direction, points,
          reason_code, comment, state, maker_id, made_at, checker_id, decided_at)
        values ($1, $2, $3, 'bonus', 'credit', 1, 'apology', 'by hand', $4, $5, $6, $7, $6)`,
        [
          bucketOf(anna()),
          anna(),
          newId(),
          state,
          MAKER,
          new Date(clock.now()).toISOString(),
          checker,
        ],
      ),
    );
  for (const state of ['approved', 'rejected']) {
    await assert.rejects(row(state, MAKER), { constraint: 'adjustment_by_another' });
    await assert.rejects(row(state, null), { constraint: 'adjustment_two_people' });
  }
  await assert.rejects(row('withdrawn', newId()), { constraint: 'adjustment_two_people' });
  const own = await proposed('supervisor', ANNA, { points: 3 });
  const update = rawSql(
    `update ledger.adjustment set state = 'approved', checker_id = maker_id, decided_at = made_at
      where id = $1`,
    [own.adjustmentId],
  );
  await assert.rejects(db.run(update), { constraint: 'adjustment_by_another' });
});

test('a checker who is the maker moves nothing even where the code would let it pass', async () => {
  const own = await proposed('supervisor', BORIS, { points: 77 });
  const [maker] = await db.run(
    rawSql<{ maker_id: string }>('select maker_id from ledger.adjustment where id = $1', [
      own.adjustmentId,
    ]),
  );
  const makerId = present(maker, 'maker').maker_id;
  const deps = depsWith({
    // As if the check of the code were not there: the very same person's id goes to the database.
    submit: (item) =>
      points.ledger.submit({
        ...item,
        actorId: makerId,
        alongside: (item.alongside ?? []).map((one) => ({
          ...one,
          values: one.values.map((value) => (value === officer.id ? makerId : value)),
        })),
      }),
  });
  const officer = await hireAnother('security');
  const call = { ...keyOf(own), principal: officer, comment: null };
  await assert.rejects(approveAdjustment(deps, call), { constraint: 'adjustment_by_another' });
  assert.ok(!(await movesOf(BORIS, 'credit')).includes(77));
  assert.equal((await look(own)).body.adjustment.state, 'proposed');
});

test('of two checkers at once one wins, the other hears that it is decided', async () => {
  for (const [one, other] of [
    ['approve', 'approve'],
    ['approve', 'reject'],
    ['reject', 'approve'],
  ] as const) {
    const before = await movesOf(ANNA, 'credit');
    const a = await proposed('operator', ANNA, { points: 11 });
    const answers = await Promise.all([decide('supervisor', a, one), decide('security', a, other)]);
    const statuses = answers.map((answer) => answer.status).sort((a, b) => a - b);
    assert.deepEqual(statuses, [200, 409], JSON.stringify(answers.map((answer) => answer.text)));
    const lost = answers.find((answer) => answer.status === 409);
    assert.equal(codeOf(lost?.body), 'adjustment-decided');
    const won = answers.find((answer) => answer.status === 200)?.body;
    const moved = (await movesOf(ANNA, 'credit')).length - before.length;
    assert.equal(moved, won?.state === 'approved' ? 1 : 0);
  }
});

test('sixty-four approvals, rejections and withdrawals at once come to one decision', async () => {
  const a = await proposed('operator', CLARA, { points: 13 });
  const verbs = ['approve', 'reject', 'withdraw'] as const;
  const roles = ['supervisor', 'security', 'operator'] as const;
  const calls = Array.from({ length: 64 }, (_, n) => {
    const verb = verbs[n % 3] ?? 'approve';
    return decide(verb === 'withdraw' ? 'operator' : (roles[n % 2] ?? 'security'), a, verb);
  });
  const answers = await Promise.all(calls);
  const states = new Set(answers.filter((one) => one.status === 200).map((one) => one.body.state));
  assert.equal(states.size, 1);
  assert.deepEqual(new Set(answers.map((one) => one.status)), new Set([200, 409]));
  const count = (await movesOf(CLARA, 'credit')).filter((amount) => amount === 13).length;
  assert.equal(count, states.has('approved') ? 1 : 0);
});

test('an approval that died before its commit moved nothing and can be repeated', async () => {
  const a = await proposed('operator', BORIS, { points: 21 });
  const officer = await hireAnother('security');
  const call = { ...keyOf(a), principal: officer, comment: 'checked' };
  const dying = depsWith({ submit: () => Promise.reject(new Fault('outcome-unknown', 'killed')) });
  await assert.rejects(approveAdjustment(dying, call), { code: 'outcome-unknown' });
  assert.equal((await look(a)).body.adjustment.state, 'proposed');
  assert.ok(!(await movesOf(BORIS, 'credit')).includes(21));
  const done = await approveAdjustment(depsWith(points.ledger), call);
  assert.deepEqual([done.state, done.decisionComment], ['approved', 'checked']);
  assert.equal((await movesOf(BORIS, 'credit')).filter((amount) => amount === 21).length, 1);
});

test('an approval whose answer was lost is repeated without moving points again', async () => {
  const a = await proposed('operator', BORIS, { points: 22 });
  const officer = await hireAnother('security');
  const call = { ...keyOf(a), principal: officer, comment: null };
  const deaf = depsWith({
    async submit(item) {
      await points.ledger.submit(item);
      throw new Fault('outcome-unknown', 'the answer was lost');
    },
  });
  await assert.rejects(approveAdjustment(deaf, call), { code: 'outcome-unknown' });
  assert.equal((await approveAdjustment(depsWith(points.ledger), call)).state, 'approved');
  assert.equal((await movesOf(BORIS, 'credit')).filter((amount) => amount === 22).length, 1);
  const other = { ...call, principal: await hireAnother('security') };
  await assert.rejects(approveAdjustment(depsWith(points.ledger), other), {
    code: 'adjustment-decided',
  });
});

test('an approval that was under way while another rejected moves nothing', async () => {
  const a = await proposed('operator', BORIS, { points: 23 });
  const officer = await hireAnother('security');
  const late = depsWith({
    async submit(item) {
      assert.equal((await decide('supervisor', a, 'reject')).status, 200);
      return points.ledger.submit(item);
    },
  });
  const call = { ...keyOf(a), principal: officer, comment: null };
  await assert.rejects(approveAdjustment(late, call), {
    code: 'adjustment-decided',
    details: { state: 'rejected' },
  });
  assert.ok(!(await movesOf(BORIS, 'credit')).includes(23));
});

test('what the ledger refuses is told to the checker and stays in the queue', async () => {
  const a = await proposed('operator', CLARA, {
    direction: 'debit',
    points: 1_000,
    reasonCode: 'wrong-accrual',
  });
  await emptied(CLARA);
  const { forecast } = (await look(a)).body;
  assert.deepEqual(
    [forecast?.refusal, forecast?.movedPoints, forecast?.spendablePoints],
    ['insufficient-points', 0, 0],
  );
  const { status, body } = await decide('supervisor', a, 'approve');
  assert.deepEqual([status, codeOf(body)], [409, 'insufficient-points']);
  assert.equal((await look(a)).body.adjustment.state, 'proposed');
  assert.equal((await decide('supervisor', a, 'reject')).body.state, 'rejected');
});

test('the forecast is what the approval then does', async () => {
  for (const direction of ['credit', 'debit'] as const) {
    const a = await proposed('operator', ANNA, { direction, points: 40, reasonCode: 'correction' });
    const { forecast } = (await look(a)).body;
    assert.equal(forecast?.movedPoints, 40);
    await decide('supervisor', a, 'approve');
    const path = `/members/${ANNA}/entries?limit=1`;
    const [entry] = (await house.call<EntryList>('operator', { path })).body.entries;
    assert.equal(entry?.balancePoints, forecast?.balanceAfterPoints);
    assert.equal((await look(a)).body.forecast, null);
  }
});

test('the same proposal sent again asks once; the same id for another is refused', async () => {
  const adjustmentId = newId();
  const first = await proposed('operator', CLARA, { adjustmentId, points: 5 });
  const again = await proposed('operator', CLARA, { adjustmentId, points: 5 });
  assert.deepEqual(again, first);
  const other = await propose('operator', CLARA, { adjustmentId, points: 6 });
  assert.deepEqual([other.status, codeOf(other.body)], [422, 'adjustment-id-reused']);
  const stranger = await propose('supervisor', CLARA, { adjustmentId, points: 5 });
  assert.equal(codeOf(stranger.body), 'adjustment-id-reused');
});

test('a proposal needs a reason of its direction, a comment, a currency and a member', async () => {
  const code = async (changes: Partial<AdjustmentRequest>, member = ANNA) =>
    codeOf((await propose('operator', member, changes)).body);
  assert.equal(await code({ reasonCode: 'abuse' }), 'adjustment-reason-unknown');
  assert.equal(await code({ reasonCode: 'toString' }), 'adjustment-reason-unknown');
  assert.equal(await code({ comment: 'x' }), 'request-invalid');
  assert.equal(await code({ points: 0 }), 'request-invalid');
  assert.equal(await code({ currencyCode: 'gold' }), 'unknown-currency');
  assert.equal(await code({}, 'mbr_00000000001'), 'no-such-member');
  const large = await propose('operator', ANNA, { points: 1_001 });
  assert.deepEqual(detailsOf(large.body), { pointsMax: 1_000 });
});

test('the queue is read by state, maker and member, in pages, either end first', async () => {
  const list = async (query: string, role: Role = 'operator') =>
    (await house.call<AdjustmentList>(role, { path: `/adjustments?${query}` })).body;
  const mine = await list('maker=me&limit=200', 'supervisor');
  assert.ok(mine.adjustments.length > 0 && mine.adjustments.every((one) => one.maker.isMe));
  const others = await list('maker=others&limit=200', 'supervisor');
  assert.ok(others.adjustments.every((one) => !one.maker.isMe));
  const decided = await list('state=decided&limit=200');
  assert.ok(decided.adjustments.every((one) => one.state !== 'proposed'));
  const all = (await list('limit=200&order=oldest')).adjustments.map((one) => one.adjustmentId);
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: AdjustmentList = await list(`limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`);
    seen.push(...page.adjustments.map((one) => one.adjustmentId));
    cursor = page.nextCursor;
  }
  assert.deepEqual(seen.toReversed(), all);
  const ofClara = await list(`memberId=${CLARA}&limit=200`);
  assert.ok(ofClara.adjustments.every((one) => one.memberId === CLARA));
  assert.deepEqual((await list('memberId=mbr_zzzzzzzzzzzzz')).adjustments, []);
});

test('the rules tell each person what is theirs', async () => {
  const rules = async (role: Role) =>
    (await house.call<AdjustmentRules>(role, { path: '/adjustments/rules' })).body;
  const officer = (await rules('security')).limits[0];
  assert.deepEqual([officer?.proposePointsMax, officer?.approvePointsMax], [0, null]);
  const operator = await rules('operator');
  assert.deepEqual(
    [operator.limits[0]?.proposePointsMax, operator.limits[0]?.approvePointsMax],
    [1_000, 0],
  );
  assert.ok(operator.reasons.length >= 5);
});

test('every step is written down with its person, its member and why', async () => {
  const rows = await db.run(
    rawSql<{ action: string; n: number; without_reason: number }>(
      `select action, count(*) as n, count(*) filter (where reason is null) as without_reason
        from access.audit where action like 'adjustment.%' and object like 'mbr_%'
        group by action order by action`,
    ),
  );
  assert.deepEqual(
    rows.map((row) => [row.action, row.n > 0, row.without_reason]),
    ['approve', 'propose', 'read', 'reject', 'withdraw'].map((verb) => [
      `adjustment.${verb}`,
      true,
      0,
    ]),
  );
});

test('an adjustment that does not exist is refused for every verb', async () => {
  const ghost = { ...(await proposed('operator', ANNA, { points: 1 })), adjustmentId: newId() };
  for (const verb of ['approve', 'reject', 'withdraw'] as const) {
    const role = verb === 'withdraw' ? 'operator' : 'security';
    const { status, body } = await decide(role, ghost, verb);
    assert.deepEqual([status, codeOf(body)], [404, 'no-such-adjustment']);
  }
  assert.equal((await look(ghost)).status, 404);
});

const MAKER = uuidv7(clock.now(), systemRandom(10));

function newId(): string {
  return uuidv7(clock.now(), systemRandom(10));
}

function anna() {
  return present(parseMemberWireId(ANNA), 'member');
}

const keyOf = ({ memberId, adjustmentId }: Adjustment) => ({ memberId, adjustmentId });

function depsWith(ledger: Pick<LedgerDesk, 'submit'>): AdjustmentDeps {
  const staff = { audit: () => Promise.resolve() };
  return { db, clock, secrets, currencies: points.currencies, ledger, staff, random: systemRandom };
}

/** A person with the rights of a role who sits at no screen. */
async function hireAnother(role: Role): Promise<Principal> {
  return {
    kind: 'person',
    id: newId(),
    login: `another-${role}`,
    rights: new Set(rightsOf([role])),
    partnerCode: null,
  };
}

async function emptied(wireId: string): Promise<void> {
  const memberId = present(parseMemberWireId(wireId), 'member');
  const path = `/members/${wireId}/accounts`;
  const { body } = await house.call<{ accounts: { spendablePoints: number }[] }>('operator', {
    path,
  });
  const left = body.accounts[0]?.spendablePoints ?? 0;
  if (left === 0) return;
  const params = { currencyCode: 'bonus', points: left };
  await points.ask({ memberId, kind: 'spend', params, at: instant(clock.now()), key: newId() });
}
