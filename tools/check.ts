import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Everything that can be judged without a database, in about the time of a sip of tea:
//   npm run check               all steps
//   npm run check lint tidy     these steps
//   npm run check -- --fix      formats first

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

interface Outcome {
  readonly step: Step;
  readonly isGreen: boolean;
  readonly seconds: number;
  readonly output: string;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PURE = ['src/shared/**/*.test.ts', 'src/modules/*/core/**/*.test.ts', 'web/kit/**/*.test.ts'];
/** One process for all files: a process each would cost more than the tests do. */
const NODE_TEST = ['node', '--test', '--test-isolation=none', '--test-reporter=dot'];

// The slowest first, so that two workers end together.
const steps: readonly Step[] = [
  { name: 'types', command: ['tsc', '-p', 'tsconfig.json', '--noEmit', '--pretty', 'false'] },
  {
    name: 'types-web',
    command: ['tsc', '-p', 'web/tsconfig.json', '--noEmit', '--pretty', 'false'],
  },
  { name: 'lint', command: ['oxlint', '--type-aware', '--quiet'] },
  { name: 'dead-code', command: ['knip', '--no-progress'] },
  {
    name: 'imports',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      ...present('src', 'web', 'tests', 'tools', 'bench', 'db'),
    ],
  },
  { name: 'core', command: [...NODE_TEST, ...PURE] },
  {
    name: 'tidy',
    command: [...NODE_TEST, 'tools/tidy/*.test.ts', 'tools/gen/{schema-sql,errors}.test.ts'],
  },
  { name: 'generated', command: ['node', 'tools/gen/main.ts', '--check', '--no-database'] },
  {
    name: 'format',
    command: ['biome', 'check', '--linter-enabled=false', '--error-on-warnings', '.'],
  },
  { name: 'sql', command: ['squawk', '--no-error-on-unmatched-pattern', 'db/migrations/*.sql'] },
];

const fixing: Step = {
  name: 'fix',
  command: ['biome', 'check', '--linter-enabled=false', '--write', '.'],
};

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const started = performance.now();
  if (args.includes('--fix')) await run(fixing);
  const names = args.filter((arg) => !arg.startsWith('-'));
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  if (unknown !== undefined) {
    console.error(`no step ${unknown}; there are ${steps.map((step) => step.name).join(', ')}`);
    return 2;
  }
  const chosen = steps.filter((step) => names.length === 0 || names.includes(step.name));
  const outcomes = await inParallel(chosen, Math.min(2, availableParallelism()));
  const red = outcomes.filter((outcome) => !outcome.isGreen);
  for (const { step, output } of red) console.log(`\n── ${step.name} ──\n${output.trim()}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `\n${outcomes.length - red.length} of ${outcomes.length} steps green in ${seconds} s`,
  );
  return red.length === 0 ? 0 : 1;
}

async function inParallel(queue: readonly Step[], workers: number): Promise<readonly Outcome[]> {
  const waiting = [...queue];
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = await run(step);
      outcomes.push(outcome);
      const mark = outcome.isGreen ? '✓' : '✗';
      console.log(`${mark} ${step.name.padEnd(10)} ${outcome.seconds.toFixed(1).padStart(5)} s`);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return outcomes;
}

function run(step: Step): Promise<Outcome> {
  const started = performance.now();
  const [program = '', ...args] = step.command;
  const path = [join(ROOT, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return new Promise((resolve) => {
    const child = spawn(program === 'node' ? process.execPath : program, args, {
      cwd: ROOT,
      // A step that is itself started by node --test would report to it and not to us.
      env: {
        ...process.env,
        PATH: path,
        NODE_TEST_CONTEXT: undefined,
        NO_COLOR: '1',
        FORCE_COLOR: undefined,
      },
      shell: process.platform === 'win32',
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const end = (isGreen: boolean): void =>
      resolve({ step, isGreen, output, seconds: (performance.now() - started) / 1000 });
    child.on('error', (error) => {
      output += `${program} did not start: ${error.message}`;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

function present(...folders: readonly string[]): string[] {
  return folders.filter((folder) => existsSync(join(ROOT, folder)));
}
