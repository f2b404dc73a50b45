import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROLES, rightsOf } from '#modules/access/core/index.ts';
import { ADJUSTMENT_LIMITS, allowanceOf, isReason, REASONS, reasonTitle, sayOf } from './rules.ts';

const rights = (...roles: string[]) => ({ rights: new Set<string>(rightsOf(roles)) });
const a = (points: number, makerId = 'maker', state = 'proposed') =>
  ({ direction: 'credit', points, divisibility: 0, makerId, state }) as const;

test('each role asks for and decides on what it was given, in whole points', () => {
  const rows = ROLES.map((role) => {
    const { proposeMax, dailyMax, approveMax } = allowanceOf(rights(role), 0);
    return `${role}: ${proposeMax} ${dailyMax} ${approveMax ?? 'any'}`;
  });
  assert.deepEqual(rows, [
    'admin: 0 0 0',
    'marketer: 0 0 0',
    'operator: 1000 5000 0',
    'supervisor: 50000 50000 10000',
    'security: 0 0 any',
    'analyst: 0 0 0',
  ]);
});

test('limits follow the decimal places of the currency', () => {
  const { proposeMax, dailyMax, approveMax } = allowanceOf(rights('supervisor'), 2);
  assert.deepEqual([proposeMax, dailyMax, approveMax], [5_000_000, 5_000_000, 1_000_000]);
});

test('a security officer with another role besides still asks for nothing', () => {
  assert.equal(allowanceOf(rights('security', 'supervisor'), 0).proposeMax, 0);
  assert.equal(allowanceOf(rights('security', 'operator'), 0).dailyMax, 0);
});

test('a supervisor decides up to the limit, the security officer beyond it, nobody on their own', () => {
  const max = ADJUSTMENT_LIMITS.supervisorPoints;
  const supervisor = { id: 'me', ...rights('supervisor') };
  const officer = { id: 'me', ...rights('security') };
  assert.equal(sayOf(supervisor, a(max)), 'yes');
  assert.equal(sayOf(supervisor, a(max + 1)), 'above-limit');
  assert.equal(sayOf(officer, a(max + 1)), 'yes');
  assert.equal(sayOf(supervisor, a(1, 'me')), 'own');
  assert.equal(sayOf(officer, a(1, 'me')), 'own');
  for (const role of ['admin', 'marketer', 'operator', 'analyst']) {
    assert.equal(sayOf({ id: 'me', ...rights(role) }, a(1)), 'no-right', role);
  }
  for (const state of ['approved', 'rejected', 'withdrawn']) {
    assert.equal(sayOf(officer, a(1, 'maker', state)), 'decided');
  }
});

test('a reason fits the directions that it names and no other word is one', () => {
  assert.ok(isReason('missed-accrual', 'credit') && !isReason('missed-accrual', 'debit'));
  assert.ok(isReason('correction', 'credit') && isReason('correction', 'debit'));
  for (const word of ['', 'toString', 'because']) {
    assert.equal(isReason(word, 'credit'), false);
    assert.equal(reasonTitle(word), undefined);
  }
  assert.equal(reasonTitle(null), undefined);
  for (const code of Object.keys(REASONS)) assert.match(code, /^[a-z-]{1,32}$/);
});
