import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Catalogue } from './catalogue.ts';
import { rowTypes } from './row-types.ts';
import { schemaSql } from './schema-sql.ts';

const column = (name: string, type: string, isNullable = false) => ({
  name,
  type,
  isNullable,
  default: null,
});

const catalogue: Catalogue = {
  schemas: ['ledger'],
  relations: [
    {
      schema: 'ledger',
      name: 'lot_entry',
      kind: 'p',
      columns: [
        column('bucket', 'integer'),
        column('amount', 'bigint'),
        column('lot_ids', 'uuid[]'),
        column('expires_at', 'timestamp with time zone', true),
      ],
      constraints: [{ name: 'lot_entry_pkey', definition: 'PRIMARY KEY (bucket, expires_at)' }],
      indexes: ['CREATE INDEX lot_expiry ON ONLY ledger.lot_entry USING btree (expires_at)'],
      partitionKey: 'RANGE (expires_at)',
      options: ['fillfactor=80'],
      query: null,
    },
  ],
  functions: [],
};

test('a table is drawn with its columns, keys, partitions and indexes', () => {
  assert.equal(
    schemaSql(catalogue, 'abc').split('\n').slice(1).join('\n'),
    `-- migrations abc

create schema ledger;

create table ledger.lot_entry (
  bucket integer not null,
  amount bigint not null,
  lot_ids uuid[] not null,
  expires_at timestamptz,
  constraint lot_entry_pkey PRIMARY KEY (bucket, expires_at)
) partition by RANGE (expires_at) with (fillfactor=80);
CREATE INDEX lot_expiry ON ledger.lot_entry USING btree (expires_at);
`,
  );
});

test('row types are the ones that the driver gives', () => {
  const text = rowTypes(catalogue);
  assert.match(text, /interface LedgerLotEntry \{\n {2}bucket: number;\n {2}amount: number;/);
  assert.match(text, /lot_ids: readonly string\[\];\n {2}expires_at: Instant \| null;/);
  assert.match(text, /'ledger\.lot_entry': LedgerLotEntry;/);
});
