import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONDITIONS } from './index.ts';

test('condition codes are unique, and their titles name only fields that exist', () => {
  assert.equal(new Set(CONDITIONS.map(({ code }) => code)).size, CONDITIONS.length);
  for (const { code, title, params } of CONDITIONS) {
    const fields = Object.keys('properties' in params ? Object(params.properties) : {});
    for (const sentence of [title.ru, title.en]) {
      for (const [, field = ''] of sentence.matchAll(/\{(\w+)\}/g)) {
        assert.ok(fields.includes(field), `${code}: {${field}}`);
      }
    }
  }
});
