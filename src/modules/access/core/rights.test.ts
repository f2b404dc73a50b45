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
    'admin: api-keys.manage currencies.read directory.read promotions.read promotions.switch receipts.read session.open session.own till.emulate',
    'marketer: currencies.read directory.read promotions.read promotions.switch receipts.read session.open session.own till.emulate',
    'operator: currencies.read directory.read members.read points.adjust.propose points.adjust.read promotions.read receipts.read session.open session.own',
    'supervisor: currencies.read directory.read members.read points.adjust.approve points.adjust.propose points.adjust.propose-large points.adjust.read promotions.read receipts.read session.open session.own',
    'security: currencies.read directory.read members.read points.adjust.approve points.adjust.approve-large points.adjust.read promotions.read receipts.read session.open session.own',
    'analyst: currencies.read directory.read promotions.read receipts.read session.open session.own',
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

test('no role asks for points and decides on the largest sums', () => {
  for (const role of ROLES) {
    const rights = new Set<string>(rightsOf([role]));
    const isMaker = rights.has('points.adjust.propose');
    assert.equal(isMaker && rights.has('points.adjust.approve-large'), false, role);
    assert.equal(rights.has('points.adjust.read'), isMaker || rights.has('points.adjust.approve'));
  }
});

test('a program never adjusts points: it takes a person', () => {
  const rights = Object.keys(RIGHTS).filter((right) => right.startsWith('points.adjust.'));
  assert.equal(rights.length, 5);
  assert.deepEqual(rightsNotForKey(rights, false), rights);
});

test('a key of one partner carries only what can be narrowed to the partner', () => {
  assert.deepEqual(rightsNotForKey(['receipts.read', 'directory.read', 'members.read'], true), [
    'members.read',
  ]);
});
