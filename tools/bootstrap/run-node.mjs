// Runs a program of ours under the pinned Node and behaves as if it were that program.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { say } from './packages.mjs';

const OLDEST = 24;

/**
 * The pinned Node of node_modules, else this one if it is new enough.
 * @param {string} project
 */
export function findNode(project) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(project, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file);
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= OLDEST) return process.execPath;
  say(`no Node ${OLDEST} for ${process.platform}-${process.arch} among the packages, and this is`);
  say(
    `Node ${process.versions.node}. Install Node ${OLDEST} or newer, then run the same command again.`,
  );
  return process.exit(1);
}

/**
 * Runs `node program …args`; ends this process with the same exit code or signal.
 * @param {string} project
 * @param {readonly string[]} command program and arguments
 */
export function runNode(project, command) {
  const node = findNode(project);
  const path = [join(project, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  // The channel carries no message: its end tells the child that we were killed.
  const child = spawn(node, command, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: path },
  });
  // On Ctrl-C the terminal tells the child too; it takes the second signal of a pair for the same wish.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  if (process.env.npm_lifecycle_event !== undefined) stopWithParent(child);
  child.once('error', (error) => {
    say(`${node} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}

// A SIGTERM to npm ends npm and its shell and reaches nobody else: we notice that our parent is gone.
function stopWithParent(child) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
}
