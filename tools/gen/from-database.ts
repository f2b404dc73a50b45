import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate, migrationsDigest } from '#platform/db/migrate.ts';
import { testCluster } from '../../tests/support/cluster.ts';
import { readCatalogue } from './catalogue.ts';
import type { Generated } from './generated.ts';
import { openApiDocument } from './openapi.ts';
import { rowTypes } from './row-types.ts';
import { schemaSql } from './schema-sql.ts';

/** What only a migrated database can tell: its picture, the types of its rows, and the API that runs on it. */
export async function fromDatabase(): Promise<readonly Generated[]> {
  const admin = await testCluster();
  const name = `gen_${process.pid}_${randomBytes(4).toString('hex')}`;
  await withClient(admin, (client) => client.query(`create database ${name} template template0`));
  const url = new URL(admin);
  url.pathname = `/${name}`;
  try {
    await migrate({ url: url.href });
    const catalogue = await withClient(url.href, readCatalogue);
    return [
      { path: 'db/schema.sql', text: schemaSql(catalogue, migrationsDigest()) },
      { path: 'src/platform/db/generated/row-types.ts', text: rowTypes(catalogue) },
      await openApiDocument(url.href),
    ];
  } finally {
    await withClient(admin, (client) => client.query(`drop database ${name} with (force)`));
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'kopilka-gen' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
