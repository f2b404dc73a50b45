import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothingWrong } from './report.ts';
import { bare, type SqlText, sqlOfServer } from './sql-in-code.ts';
import tierByModule from './tiers.json' with { type: 'json' };
import { moduleNames } from './tree.ts';

const tiers: Readonly<Record<string, number>> = tierByModule;

/** Rule 5 of the doors: own schema, platform, or a published view `v_*` of a lower module. */
function problemsOf(sql: SqlText, schemas: readonly string[]): string[] {
  const home = /^src\/modules\/([^/]+)\//.exec(sql.path)?.[1];
  const names = new RegExp(`\\b(${schemas.join('|')})\\.([a-z_][a-z0-9_]*)`, 'g');
  return [...bare(sql.text).matchAll(names)].flatMap(([full, schema = '', table = '']) => {
    if (schema === 'platform' || schema === home) return [];
    const at = `${sql.path}:${sql.line}: names ${full}`;
    if (home === undefined) return [`${at}; plumbing knows the schema platform only`];
    if ((tiers[schema] ?? 0) >= (tiers[home] ?? 0)) return [`${at}, which is not below ${home}`];
    return table.startsWith('v_') ? [] : [`${at}; only its views ${schema}.v_… are public`];
  });
}

test('SQL of a module names its own schema and the published views of lower modules', () => {
  const schemas = [...moduleNames(), 'platform'];
  nothingWrong(sqlOfServer().flatMap((sql) => problemsOf(sql, schemas)));
});

test("a module that reaches into another's table is seen", () => {
  const schemas = ['ledger', 'receipts', 'platform'];
  const at = (path: string, text: string) => problemsOf({ path, line: 1, text }, schemas).length;
  const receipts = 'src/modules/receipts/sql/x.ts';
  assert.equal(at(receipts, 'select balance from ledger.account'), 1);
  assert.equal(at(receipts, 'select balance from ledger.v_account'), 0);
  assert.equal(at('src/modules/ledger/sql/x.ts', 'select id from receipts.v_receipt'), 1);
  assert.equal(at('src/platform/db/x.ts', 'select id from receipts.receipt'), 1);
});
