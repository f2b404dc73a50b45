// Builds the web pages when their sources are other than those of the last build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { say } from './packages.mjs';
import { findNode } from './run-node.mjs';

const STAMP = '.sources';

/**
 * @param {string} project
 * @returns {boolean} whether dist/web is there and fresh (or was shipped without sources)
 */
export function ensureWebBundle(project) {
  const out = join(project, 'dist', 'web');
  const config = join(project, 'web', 'vite.config.ts');
  const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!existsSync(config)) return existsSync(out);
  const digest = digestOfSources(project);
  const stamp = join(out, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return true;
  if (!existsSync(vite)) {
    if (!existsSync(out)) say('the web pages are not built and vite is not installed: API only.');
    return existsSync(out);
  }
  return build({ project, config, vite, out, digest });
}

// Built aside and swapped in, so that a running server never serves half a build.
function build({ project, config, vite, out, digest }) {
  const draft = join(project, 'dist', `.web-${process.pid}`);
  const old = `${draft}.old`;
  const started = Date.now();
  say('building the web pages …');
  try {
    mkdirSync(dirname(draft), { recursive: true });
    const args = [vite, 'build', '--config', config, '--outDir', draft, '--emptyOutDir'];
    const done = spawnSync(findNode(project), [...args, '--logLevel', 'error'], {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const said = firstLines(`${done.stdout}${done.stderr}`);
    if (done.status !== 0 || !existsSync(draft)) throw new Error(said);
    writeFileSync(join(draft, STAMP), digest);
    if (existsSync(out)) renameSync(out, old);
    renameSync(draft, out);
  } catch (error) {
    say(`the web pages could not be built: ${error.message}`);
    return existsSync(out);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
  say(`web pages built in ${Math.round((Date.now() - started) / 1000)} s`);
  return true;
}

// Vite colours its errors whatever NO_COLOR says, and draws the sources around them.
function firstLines(text) {
  return stripVTControlCharacters(text).trim().split('\n').slice(0, 20).join('\n');
}

// What the pages are made of: web/, and of src/ what web/ may import (shared words and wire shapes).
function digestOfSources(project) {
  const hash = createHash('sha256');
  const files = [
    ...filesUnder(join(project, 'web'), () => true),
    ...filesUnder(join(project, 'src'), (path) => /(shared[/\\]|contract)/.test(path)),
    join(project, 'package-lock.json'),
  ];
  for (const file of files.sort((a, b) => (a < b ? -1 : 1))) {
    hash.update(`${relative(project, file)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesUnder(folder, isWanted) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !/\.test\.tsx?$/.test(path) && isWanted(path));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const project = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  process.exitCode = ensureWebBundle(project) ? 0 : 1;
}
