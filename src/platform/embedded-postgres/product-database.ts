import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { codeOf } from '../problem.ts';

/** The product's role and database inside an embedded cluster. */
export const PRODUCT = 'kopilka';

/**
 * Makes the product's role and database when absent. The role is no superuser: what works here works
 * on a managed PostgreSQL too. It may make roles and databases, and read statistics.
 * @param adminUrl superuser's address of the database `postgres`
 */
export async function makeProductDatabase(adminUrl: string, password: string): Promise<void> {
  const client = await connectWhenReady(adminUrl);
  try {
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [PRODUCT]);
    if (roles.rowCount === 0) {
      const secret = client.escapeLiteral(password);
      await client.query(`create role ${PRODUCT} login createrole createdb password ${secret}`);
      await client.query(`grant pg_monitor, pg_checkpoint, pg_signal_backend to ${PRODUCT}`);
    }
    const databases = await client.query('select 1 from pg_database where datname = $1', [PRODUCT]);
    if (databases.rowCount === 0) {
      await client.query(`create database ${PRODUCT} owner ${PRODUCT} template template0`);
    }
  } finally {
    await client.end();
  }
}

// An adopted server may still be recovering (57P03): it answers as soon as it has finished.
async function connectWhenReady(adminUrl: string): Promise<pg.Client> {
  for (;;) {
    const client = new pg.Client({
      connectionString: adminUrl,
      application_name: 'kopilka-setup',
    });
    // A lost connection rejects the query in hand; the event besides would end the process.
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (codeOf(error) !== '57P03') throw error;
      await sleep(100);
    }
  }
}
