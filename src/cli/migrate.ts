import { defineCommand } from 'citty';
import { loadConfig } from '#platform/config.ts';
import { migrate } from '#platform/db/migrate.ts';
import { borrowPostgres } from '#platform/postgres.ts';
import { say } from './say.ts';

/** `kopilka migrate`. */
export const migrateCommand = defineCommand({
  meta: { name: 'migrate', description: 'Bring the database to this version; start does it too' },
  async run() {
    const database = await borrowPostgres(loadConfig(process.env));
    try {
      const applied = await migrate({ url: database.url, onApplied: sayApplied });
      say(applied.length === 0 ? 'the database is up to date' : `${applied.length} applied`);
    } finally {
      await database.close();
    }
  },
});

/** The progress line of one migration. */
export function sayApplied(name: string, ms: number): void {
  say(`  migrated ${name} (${Math.round(ms)} ms)`);
}
