import { defineCommand } from 'citty';
import { type Config, loadConfig, readSettings } from '#platform/config.ts';
import type { PostgresEvent } from '#platform/embedded-postgres/index.ts';
import { describeProblem } from '#platform/problem.ts';
import { boot } from '../boot.ts';
import { closeOnSignal } from './close-on-signal.ts';
import { DEMO_LOGINS, DEMO_PASSWORD, demoTillCommand } from './demo-receipt.ts';
import { sayApplied } from './migrate.ts';
import { note, say } from './say.ts';
import { seedAtStart } from './seed.ts';
import { version } from './version.ts';

/** `kopilka start`. */
export const start = defineCommand({
  meta: { name: 'start', description: 'Start the server: API, web pages, embedded database' },
  run: () => startServer(),
});

async function startServer(): Promise<void> {
  const config = loadConfig(process.env);
  say(`Kopilka ${version}`);
  const closing = closeOnSignal();
  const { openApp } = await import('../app.ts');
  const booting = boot(
    config,
    { openApp, prepare: seedAtStart },
    { onMigrated: sayApplied, onPostgres: (event) => tellPostgres(event, closing.now) },
  );
  // Ctrl-C on the way up: what is half open is let come up and closed again.
  closing.whenAsked(() => booting.then((server) => server.close()));
  sayWelcome(config, (await booting).address);
}

function tellPostgres(event: PostgresEvent, stop: (exitCode: number) => void): void {
  if (event.kind === 'made') say('  a new database was made');
  if (event.kind === 'adopted') say('  took over the database server of a Kopilka that was killed');
  if (event.kind === 'down') note('kopilka: the database server died, starting it again …');
  if (event.kind === 'restarted') note(`kopilka: the database is back after ${event.downMs} ms`);
  if (event.kind === 'failed') {
    note(describeProblem(event.problem));
    stop(1);
  }
}

function sayWelcome(config: Config, address: string): void {
  const data = config.databaseUrl === undefined ? config.dataDir : 'DATABASE_URL';
  say();
  say(`  Open      ${address}`);
  say(`  API       ${address}/docs`);
  say(`  Data      ${data}`);
  if (config.seedDemo !== 'never') {
    say(`  Log-ins   ${DEMO_LOGINS.join(', ')}`);
    say(`  Password  ${DEMO_PASSWORD} (the same for all of them)`);
  }
  say('  Stop      Ctrl-C');
  say();
  say('  A till sends a receipt (run it in another terminal):');
  say(`  ${environmentPrefix()}${demoTillCommand(address)}`);
}

// The other terminal finds the terminal's key through the data folder, so it must name the same one.
function environmentPrefix(): string {
  const folder = readSettings(process.env).find(({ name }) => name === 'DATA_DIR');
  return folder === undefined || folder.source.kind === 'default'
    ? ''
    : `DATA_DIR=${folder.value} `;
}
