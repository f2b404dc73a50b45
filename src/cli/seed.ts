import { defineCommand } from 'citty';
import { loadConfig } from '#platform/config.ts';
import { migrate } from '#platform/db/migrate.ts';
import { borrowPostgres } from '#platform/postgres.ts';
import { type AppSurroundings, surroundingsOf } from '../boot.ts';
import { note, say } from './say.ts';

/** `kopilka seed`. */
export const seed = defineCommand({
  meta: { name: 'seed', description: 'Put the demo coalition into an empty database' },
  async run() {
    const config = loadConfig(process.env);
    const database = await borrowPostgres(config);
    try {
      await migrate({ url: database.url });
      const isNew = await seedNow(surroundingsOf(config, database.url));
      if (!isNew) say('nothing was done: the database holds a coalition already');
    } finally {
      await database.close();
    }
  },
});

/** Seeds at the start of a server, if the settings and the address allow it. */
export async function seedAtStart(surroundings: AppSurroundings): Promise<void> {
  const { seedDemo, host } = surroundings.config;
  if (seedDemo === 'never') return;
  // Everybody knows the demo's passwords: a server open to a network does not get them unasked.
  if (seedDemo === 'auto' && !isLoopback(host)) {
    note(`  HOST=${host} is open to the network: no demo coalition (SEED_DEMO=always makes it)`);
    return;
  }
  await seedNow(surroundings);
}

async function seedNow(surroundings: AppSurroundings): Promise<boolean> {
  const { seedDemo } = await import('../../db/seed/demo.ts');
  const started = performance.now();
  const { isNew } = await seedDemo(surroundings);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (isNew) say(`  demo coalition made (${seconds} s)`);
  return isNew;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
