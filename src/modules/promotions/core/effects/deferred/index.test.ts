import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFERRED_EFFECTS } from './index.ts';

test('deferred effects have codes of their own and fit every phase', () => {
  const codes = DEFERRED_EFFECTS.map(({ code }) => code);
  assert.equal(new Set(codes).size, codes.length);
  assert.equal(codes.length, 25);
  for (const { kind, phases } of DEFERRED_EFFECTS) {
    assert.equal(kind, 'deferred');
    assert.equal(phases.length, 11);
  }
});

test('titles name only fields that exist', () => {
  for (const { code, title, params } of DEFERRED_EFFECTS) {
    const fields = Object.keys('properties' in params ? Object(params.properties) : {});
    for (const sentence of [title.ru, title.en]) {
      for (const [, field = ''] of sentence.matchAll(/\{(\w+)\}/g)) {
        assert.ok(fields.includes(field), `${code}: {${field}}`);
      }
    }
  }
});
