import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothingWrong } from './report.ts';
import { textOf } from './tree.ts';

type Schema = { readonly [key: string]: unknown };

/** Where an integer has neither a description nor a unit, as a path through the schema. */
function namelessIntegers(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap((part) => namelessIntegers(part, path));
  const own = schema as Schema;
  const isNameless =
    own['type'] === 'integer' && own['description'] === undefined && own['x-unit'] === undefined;
  return [
    ...(isNameless ? [path] : []),
    ...Object.entries(own).flatMap(([key, part]) => {
      const isStructure =
        /^(properties|items|anyOf|oneOf|allOf|schema|content|application\/json)$/.test(key);
      return namelessIntegers(part, isStructure ? path : `${path} ${key}`);
    }),
  ];
}

test("every number of the till's API says what it counts", () => {
  const document = JSON.parse(textOf('docs/openapi.json') ?? '{}') as { paths?: Schema };
  const paths = Object.entries(document.paths ?? {}).filter(([path]) => path.startsWith('/pos/'));
  assert.ok(paths.length >= 6, 'docs/openapi.json lacks the six messages of the till');
  nothingWrong(paths.flatMap(([path, item]) => namelessIntegers(item, path)));
});

test('a number without a unit is seen', () => {
  const schema = {
    properties: { a: { type: 'integer' }, b: { type: 'integer', 'x-unit': 'kopecks' } },
  };
  assert.deepEqual(namelessIntegers(schema, '/x'), ['/x a']);
});
