import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { MARK, type Told } from './reporter.ts';
import type { Suite } from './suites.ts';

/** How a suite ended. */
export type Outcome = {
  readonly suite: string;
  readonly passed: number;
  readonly failures: readonly Failure[];
  /** Single tests that skipped themselves. */
  readonly skips: readonly Failure[];
  /** Set when the suite as a whole was not run. */
  readonly whyNotRun?: string;
  readonly seconds: number;
};

/** A test and the reason it failed or was skipped. */
export type Failure = { readonly name: string; readonly file: string; readonly why: string };

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The files of a suite, sorted. */
export function filesOf(suite: Suite): readonly string[] {
  return globSync([...suite.files], { cwd: ROOT, exclude: [...suite.except] }).sort();
}

/** Runs the files in `node --test` processes and counts what they tell. */
export function runSuite(
  suite: Suite,
  files: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const started = performance.now();
  const child = spawn(process.execPath, argumentsOf(suite, files), {
    cwd: ROOT,
    env: { ...process.env, ...environment, NODE_TEST_CONTEXT: undefined, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const counted = countTold(suite.name, child);
  const leave = (): void => {
    child.kill('SIGTERM');
    process.exit(130);
  };
  process.once('SIGTERM', leave).once('SIGINT', leave);
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, suite.minutesMax * 60_000);
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearTimeout(limit);
      process.off('SIGTERM', leave).off('SIGINT', leave);
      const failures = [...counted.failures];
      if (isLate) failures.push(broken(suite, `took longer than ${suite.minutesMax} minutes`));
      // Node fails for reasons of its own (a file that does not load): then its words are the reason.
      else if (code !== 0 && failures.length === 0) {
        failures.push(broken(suite, `ended with ${code}:\n${counted.said.join('\n')}`));
      }
      const seconds = (performance.now() - started) / 1000;
      const { passed, skips } = counted;
      resolve({ suite: suite.name, passed, failures, skips, seconds });
    });
  });
}

function argumentsOf(suite: Suite, files: readonly string[]): string[] {
  const isolation = suite.isShared ? ['--test-isolation=none'] : [];
  return [
    '--test',
    ...isolation,
    `--test-concurrency=${suite.atOnce}`,
    `--test-reporter=${join(ROOT, 'tools', 'test', 'reporter.ts')}`,
    ...files,
  ];
}

type Counted = {
  passed: number;
  readonly failures: Failure[];
  readonly skips: Failure[];
  /** The last lines that are not ours. */
  readonly said: string[];
};

const SAID_MAX = 40;

function countTold(suite: string, child: ReturnType<typeof spawn>): Counted {
  const counted: Counted = { passed: 0, failures: [], skips: [], said: [] };
  const beat = heartbeat(suite, counted);
  child.once('close', () => clearInterval(beat));
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      const at = line.indexOf(MARK);
      if (at < 0) remember(counted.said, line);
      else count(counted, JSON.parse(line.slice(at + 1)));
    });
  }
  return counted;
}

function count(counted: Counted, told: Told): void {
  if (told.kind === 'passed') {
    counted.passed += 1;
    return;
  }
  const { name, file, why } = told;
  if (told.kind === 'skipped') counted.skips.push({ name, file, why });
  else {
    counted.failures.push({ name, file, why });
    process.stdout.write(`  ✗ ${file}: ${name}\n`);
  }
}

function remember(said: string[], line: string): void {
  said.push(line);
  if (said.length > SAID_MAX) said.shift();
}

function heartbeat(suite: string, counted: Counted): NodeJS.Timeout {
  return setInterval(() => {
    process.stdout.write(`  … ${suite}: ${counted.passed} passed so far\n`);
  }, 20_000);
}

function broken(suite: Suite, why: string): Failure {
  return { name: `the suite ${suite.name}`, file: '', why };
}
