import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isForAnyone,
  isRight,
  isRole,
  RIGHTS,
  ROLES,
  rightsNotForKey,
  rightsOf,
} from './rights.ts';

test('the matrix of rights is the one that was agreed', () => {
  const rows = ROLES.map((role) => `${role}: ${rightsOf([role]).join(' ')}`);
  assert.deepEqual(rows, [
    'admin: api-keys.manage directory.read promotions.read promotions.switch receipts.read session.open session.own till.emulate',
    'marketer: directory.read promotions.read promotions.switch receipts.read session.open session.own till.emulate',
    'operator: directory.read members.read promotions.read receipts.read session.open session.own',
    'security: directory.read members.read promotions.read receipts.read session.open session.own',
    'analyst: directory.read promotions.read receipts.read session.open session.own',
  ]);
});

test('several roles add up', () => {
  const both = new Set(rightsOf(['analyst', 'operator']));
  assert.deepEqual(both, new Set([...rightsOf(['analyst']), ...rightsOf(['operator'])]));
});

test('no role, or one that is no role any more, gives nothing that needs a sign-in', () => {
  assert.deepEqual(rightsOf([]), ['session.open']);
  assert.deepEqual(rightsOf(['owner', 'toString']), ['session.open']);
});

test('only logging in is for anyone', () => {
  assert.deepEqual(Object.keys(RIGHTS).filter(isForAnyone), ['session.open']);
});

test('names that are not in the matrix are no rights and no roles', () => {
  for (const name of ['', 'receipts', 'constructor', 'members.reveal']) {
    assert.equal(isRight(name), false);
    assert.equal(isForAnyone(name), false);
    assert.equal(isRole(name), false);
  }
});

test('a key cannot carry what needs a person at the screen', () => {
  assert.deepEqual(rightsNotForKey(['receipts.read', 'members.read'], false), []);
  assert.deepEqual(rightsNotForKey(['api-keys.manage', 'till.emulate', 'session.own'], false), [
    'api-keys.manage',
    'till.emulate',
    'session.own',
  ]);
  assert.deepEqual(rightsNotForKey(['everything'], false), ['everything']);
});

test('a key of one partner carries only what can be narrowed to the partner', () => {
  assert.deepEqual(rightsNotForKey(['receipts.read', 'directory.read', 'members.read'], true), [
    'members.read',
  ]);
});
