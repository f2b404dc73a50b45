import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, ROOT } from './run-suite.ts';

/** Steps of tools/check.ts that no test file repeats: types, lint, imports, dead code, SQL, format. */
const STEPS = ['types', 'types-web', 'lint', 'dead-code', 'imports', 'format', 'sql'];

/** Runs the static checks as a suite: every step counts as a test. Undefined when there are none. */
export function runChecks(): Outcome | undefined {
  const program = join(ROOT, 'tools', 'check.ts');
  if (!existsSync(program)) return undefined;
  const started = performance.now();
  const done = spawnSync(process.execPath, [program, ...STEPS], { cwd: ROOT, encoding: 'utf8' });
  const lines = done.stdout.split('\n');
  const red = lines
    .filter((line) => line.startsWith('✗'))
    .map((line) => line.split(/\s+/)[1] ?? '');
  const failures = red.map((name) => ({
    name,
    file: 'tools/check.ts',
    why: part(done.stdout, name),
  }));
  if (done.status !== 0 && failures.length === 0) {
    const why = `${done.stdout}${done.stderr}`.trim();
    failures.push({ name: 'the checks', file: 'tools/check.ts', why });
  }
  for (const { name } of failures) process.stdout.write(`  ✗ tools/check.ts: ${name}\n`);
  const passed = lines.filter((line) => line.startsWith('✓')).length;
  const seconds = (performance.now() - started) / 1000;
  return { suite: 'check', passed, failures, skips: [], seconds };
}

// The checks print `── name ──` over the words of each red step.
function part(output: string, name: string): string {
  const start = output.indexOf(`── ${name} ──`);
  if (start < 0) return '';
  const end = output.indexOf('\n── ', start + 1);
  return output.slice(start, end < 0 ? undefined : end).trim();
}
