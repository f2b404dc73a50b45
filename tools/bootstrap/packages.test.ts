import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

type WhyInstall = (project: string, needsDevelopment: boolean) => string | undefined;
type Packages = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

// The bootstrap is plain JavaScript: it runs before TypeScript can.
const file = new URL('./packages.mjs', import.meta.url).href;
const { whyInstall }: { whyInstall: WhyInstall } = await import(file);

const fastify = { 'node_modules/fastify': { version: '5.0.0', integrity: 'sha512-a' } };
const vite = { 'node_modules/vite': { version: '8.0.0', integrity: 'sha512-b', dev: true } };
const elsewhere = { 'node_modules/x-mars': { version: '1.0.0', optional: true, os: ['mars'] } };

function project(wanted: Packages, installed?: Packages): string {
  const folder = mkdtempSync(join(tmpdir(), 'kopilka-packages-'));
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, ...wanted } }),
  );
  mkdirSync(join(folder, 'node_modules'));
  if (installed !== undefined) {
    const list = join(folder, 'node_modules', '.package-lock.json');
    writeFileSync(list, JSON.stringify({ packages: installed }));
  }
  return folder;
}

test('a fresh clone and an interrupted installation are installed', () => {
  assert.match(whyInstall(project(fastify), true) ?? '', /not installed yet/);
});

test('a complete installation is left alone, packages of other systems aside', () => {
  const wanted = { ...fastify, ...vite, ...elsewhere };
  assert.equal(whyInstall(project(wanted, { ...fastify, ...vite }), true), undefined);
});

test('another version, other bytes and a missing package are noticed', () => {
  const older = { 'node_modules/fastify': { version: '4.0.0', integrity: 'sha512-a' } };
  const forged = { 'node_modules/fastify': { version: '5.0.0', integrity: 'sha512-z' } };
  assert.match(whyInstall(project(fastify, older), true) ?? '', /fastify is not the version/);
  assert.match(whyInstall(project(fastify, forged), true) ?? '', /fastify is not the version/);
  assert.match(whyInstall(project(fastify, {}), true) ?? '', /fastify is missing/);
});

test('an installation without development packages serves a server but not the tests', () => {
  const folder = project({ ...fastify, ...vite }, fastify);
  assert.equal(whyInstall(folder, false), undefined);
  assert.match(whyInstall(folder, true) ?? '', /vite is missing/);
});
