import { migrationsDigest } from '#platform/db/migrate.ts';
import { errorsPage } from './errors.ts';
import { type Generated, onDisk, stale, write } from './generated.ts';
import { vocabularyPage } from './promotion-vocabulary.ts';
import { settingsPage } from './settings.ts';

// npm run gen                            writes every generated file
// npm run gen:check                      says which are stale, and fails
// … -- --check --no-database             the same for what needs no database

const args = process.argv.slice(2);
const needsDatabase = !args.includes('--no-database');
process.exitCode = args.includes('--check') ? await check() : await generate();

async function generate(): Promise<number> {
  const changed = write(await everything());
  console.log(
    changed.length === 0
      ? 'everything was fresh'
      : changed.map((path) => `wrote ${path}`).join('\n'),
  );
  return 0;
}

async function check(): Promise<number> {
  const paths = [
    ...stale(await everything()),
    ...(needsDatabase ? [] : pictureOfOtherMigrations()),
  ];
  for (const path of paths) console.log(`${path} is stale: npm run gen`);
  return paths.length === 0 ? 0 : 1;
}

async function everything(): Promise<readonly Generated[]> {
  const files = [settingsPage(), errorsPage(), vocabularyPage()];
  if (!needsDatabase) return files;
  const { fromDatabase } = await import('./from-database.ts');
  return [...(await fromDatabase()), ...files];
}

/** The picture carries the digest of the migrations it was drawn from. */
function pictureOfOtherMigrations(): readonly string[] {
  const picture = onDisk('db/schema.sql') ?? '';
  return picture.includes(`-- migrations ${migrationsDigest()}\n`) ? [] : ['db/schema.sql'];
}
