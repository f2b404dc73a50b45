import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONDITIONS } from '../conditions/index.ts';
import { EFFECTS } from '../effects/index.ts';
import { SELECTORS } from '../selectors/index.ts';
import {
  conditionOf,
  effectOf,
  findCondition,
  findEffect,
  findSelector,
  selectorOf,
} from './registry.ts';

test('entries are found by code, and only by code', () => {
  assert.equal(findCondition('basket-total')?.code, 'basket-total');
  assert.equal(findSelector('all')?.code, 'all');
  assert.equal(findEffect('percent-off')?.code, 'percent-off');
  assert.equal(findCondition('constructor'), undefined);
});

test('a code that a sound promotion cannot name stops the engine', () => {
  assert.throws(() => conditionOf('moon-phase'));
  assert.throws(() => selectorOf('moon-phase'));
  assert.throws(() => effectOf('moon-phase'));
});

test('every field of every entry says its unit and its name', () => {
  for (const { code, params } of [...CONDITIONS, ...SELECTORS, ...EFFECTS]) {
    const fields: Record<string, unknown> = Object('properties' in params ? params.properties : {});
    for (const [field, shape] of Object.entries(fields)) {
      const { 'x-unit': unit, 'x-label': label } = Object(shape);
      assert.equal(typeof unit, 'string', `${code}.${field} has a unit`);
      assert.equal(typeof label?.ru, 'string', `${code}.${field} has a Russian name`);
      assert.equal(typeof label?.en, 'string', `${code}.${field} has an English name`);
    }
  }
});
