import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// npm run test:long: the same suites as in npm test, for a night. What is set already stays.
const SIZES = {
  TEST_LONG: '1',
  MODEL_RUNS: '20000',
  MODEL_STEPS: '100',
  HISTORIES: '3000',
  FAULTS_TIMES: '17',
  ORACLE_CASES: '100000',
};

const program = fileURLToPath(new URL('../tools/test/run.ts', import.meta.url));
const named = process.argv.slice(2);
const suites = named.length === 0 ? ['engine', 'model', 'faults'] : named;
const done = spawnSync(process.execPath, [program, ...suites], {
  stdio: 'inherit',
  env: { ...SIZES, ...process.env },
});
process.exitCode = done.status ?? 1;
