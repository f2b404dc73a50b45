import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runChecks } from './checks.ts';
import { type RunCluster, startRunCluster } from './cluster.ts';
import { filesOf, type Outcome, ROOT, runSuite } from './run-suite.ts';
import { SUITES, type Suite } from './suites.ts';
import { failuresOf, summarise } from './summary.ts';
import { provideTool } from './tools.ts';

// npm test                  the static checks and every suite
// npm test -- db browser    these suites
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

process.exitCode = await main(process.argv.slice(2).filter((arg) => !arg.startsWith('-')));

async function main(names: readonly string[]): Promise<number> {
  const known = ['check', ...SUITES.map(({ name }) => name)];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    say(`no suite "${unknown}"; there are ${known.join(', ')}`);
    return 2;
  }
  const isWanted = (name: string): boolean => names.length === 0 || names.includes(name);
  const outcomes: Outcome[] = [];
  if (isWanted('check')) outcomes.push(...checkOutcomes());
  outcomes.push(...(await runSuites(SUITES.filter(({ name }) => isWanted(name)))));
  const isCi = !['', 'false', '0'].includes(process.env['CI'] ?? '');
  for (const line of summarise(outcomes, isCi)) say(line);
  return outcomes.some((outcome) => failuresOf(outcome, isCi).length > 0) ? 1 : 0;
}

function checkOutcomes(): readonly Outcome[] {
  say('check …');
  const outcome = runChecks();
  return outcome === undefined ? [] : [outcome];
}

async function runSuites(suites: readonly Suite[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let cluster: RunCluster | undefined;
  try {
    for (const suite of suites) {
      const files = filesOf(suite);
      if (files.length === 0) continue;
      say(`${suite.name} (${files.length} files) …`);
      if (suite.needsDatabase) cluster ??= await startRunCluster();
      const outcome = await runOne(suite, files, cluster);
      say(`  ${outcome.passed} passed in ${outcome.seconds.toFixed(1)} s`);
      outcomes.push(outcome);
    }
  } finally {
    await cluster?.stop();
  }
  return outcomes;
}

async function runOne(
  suite: Suite,
  files: readonly string[],
  cluster: RunCluster | undefined,
): Promise<Outcome> {
  const environment: Record<string, string> = {};
  if (cluster !== undefined) environment['TEST_DATABASE_URL'] = cluster.adminUrl;
  for (const name of suite.tools) {
    const tool = provideTool(name);
    if ('whyNot' in tool) return notRun(suite, tool.whyNot);
    environment[tool.variable] = tool.path;
  }
  if (suite.needsWebBundle && !buildWebBundle()) return withoutPages(suite);
  return runSuite(suite, files, environment);
}

function buildWebBundle(): boolean {
  const program = join(ROOT, 'tools', 'bootstrap', 'web-bundle.mjs');
  return spawnSync(process.execPath, [program], { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

function notRun(suite: Suite, whyNotRun: string): Outcome {
  return { suite: suite.name, passed: 0, failures: [], skips: [], seconds: 0, whyNotRun };
}

function withoutPages(suite: Suite): Outcome {
  const why = 'the web pages could not be built: see the message above';
  const failures = [{ name: 'the web bundle', file: 'web/', why }];
  return { suite: suite.name, passed: 0, failures, skips: [], seconds: 0 };
}
