import { existsSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { defineCommand } from 'citty';
import { type Config, loadConfig, PROJECT_FOLDER } from '#platform/config.ts';
import { holderOf } from '#platform/data-dir-lock.ts';
import { checkDatabase } from '#platform/database-check.ts';
import { pendingMigrations } from '#platform/db/migrate.ts';
import { checkBinaries, runningPostgres } from '#platform/embedded-postgres/index.ts';
import { describeProblem, messageOf, Problem } from '#platform/problem.ts';
import { loadRootKey } from '#platform/secrets-root.ts';
import { say } from './say.ts';

/** `kopilka doctor`: looks at everything a start needs, changes nothing, names cause and cure. */
export const doctor = defineCommand({
  meta: { name: 'doctor', description: 'Look for what keeps the server from starting or working' },
  async run() {
    let found = 0;
    const examine = async (name: string, check: () => string | Promise<string>): Promise<void> => {
      try {
        say(`ok    ${name.padEnd(14)} ${await check()}`);
      } catch (error) {
        found += 1;
        const words = error instanceof Problem ? describeProblem(error) : messageOf(error);
        say(`WRONG ${name.padEnd(14)} ${words.replaceAll('\n', '\n      ')}`);
      }
    };
    let config: Config | undefined;
    await examine('settings', () => {
      config = loadConfig(process.env);
      return 'every setting keeps its rule (kopilka config print)';
    });
    await examine('node', () => nodeVersion());
    await examine('web pages', () => webPages());
    if (config !== undefined) await examineServer(config, examine);
    say(found === 0 ? 'Nothing is wrong.' : `${found} wrong.`);
    process.exitCode = found === 0 ? 0 : 1;
  },
});

type Examine = (name: string, check: () => string | Promise<string>) => Promise<void>;

async function examineServer(config: Config, examine: Examine): Promise<void> {
  await examine('data folder', () => dataFolder(config));
  await examine('disk', () => disk(config.dataDir));
  await examine('root key', () => rootKey(config));
  await examine('port', () => port(config));
  if (config.databaseUrl === undefined) {
    await examine('embedded', () => checkBinaries(config.dataDir));
  }
  await examine('database', () => database(config));
}

function nodeVersion(): string {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 24) return `Node ${process.versions.node}`;
  throw wrong('node-too-old', {
    en: [
      `This is Node ${process.versions.node}.`,
      'Start through npm, which brings its own Node 24.',
    ],
    ru: [`Это Node ${process.versions.node}.`, 'Запускайте через npm: он приносит свой Node 24.'],
  });
}

function webPages(): string {
  const index = join(PROJECT_FOLDER, 'dist', 'web', 'index.html');
  if (existsSync(index)) return 'built';
  throw wrong('web-pages-missing', {
    en: [
      'The web pages are not built.',
      'npm start builds them (it needs the development packages).',
    ],
    ru: ['Веб-страницы не собраны.', 'Их собирает npm start (нужны пакеты для разработки).'],
  });
}

function dataFolder({ dataDir }: Config): string {
  const holder = holderOf(dataDir);
  if (!existsSync(dataDir)) return `${dataDir} (the first start will make it)`;
  if (holder === undefined) return `${dataDir}, no server runs on it`;
  return `${dataDir}, in use by process ${holder.pid} ${holder.address ?? ''}`;
}

function disk(dataDir: string): string {
  let folder = dataDir;
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  const { bavail, blocks, bsize } = statfsSync(folder);
  const freeGb = (bavail * bsize) / 1e9;
  const share = Math.round((100 * bavail) / blocks);
  if (freeGb >= 2 && share >= 5) return `${freeGb.toFixed(0)} GB free (${share} %)`;
  throw wrong('disk-nearly-full', {
    en: [
      `Only ${freeGb.toFixed(1)} GB (${share} %) free.`,
      `Free some space where ${folder} lies.`,
    ],
    ru: [
      `Свободно лишь ${freeGb.toFixed(1)} ГБ (${share} %).`,
      `Освободите место там, где ${folder}.`,
    ],
  });
}

function rootKey(config: Config): string {
  const file = join(config.dataDir, 'root.key');
  if (config.rootKey === undefined && !existsSync(file)) return 'the first start will make it';
  loadRootKey(config);
  return config.rootKey === undefined
    ? `${file}: keep a copy of it elsewhere`
    : 'from the settings';
}

async function port(config: Config): Promise<string> {
  const code = await new Promise<string | undefined>((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    probe.listen({ host: config.host, port: config.port }, () =>
      probe.close(() => resolve(undefined)),
    );
  });
  if (code === undefined) return `${config.host}:${config.port} is free`;
  const address = holderOf(config.dataDir)?.address;
  if (address?.endsWith(`:${config.port}`) === true) return `our server listens at ${address}`;
  throw wrong('port-taken', {
    en: [`${config.host}:${config.port} cannot be listened on (${code}).`, 'Choose another PORT.'],
    ru: [`${config.host}:${config.port} занять нельзя (${code}).`, 'Выберите другой PORT.'],
  });
}

async function database({ databaseUrl, dataDir }: Config): Promise<string> {
  const url = databaseUrl ?? runningPostgres(dataDir)?.url;
  if (url === undefined) return 'the embedded server is not running (start brings it up)';
  await checkDatabase(url);
  const waiting = await pendingMigrations({ url });
  if (waiting.length === 0) return 'reachable, safe, up to date';
  return `reachable, safe; the next start applies ${waiting.length} migrations`;
}

type Words = readonly [text: string, remedy: string];

function wrong(code: string, words: { readonly en: Words; readonly ru: Words }): Problem {
  const { en, ru } = words;
  return new Problem(code, {
    text: { en: en[0], ru: ru[0] },
    remedy: { en: en[1], ru: ru[1] },
  });
}
