import { parseArgs } from 'node:util';
import { runCheckoutBench } from './checkout/run.ts';
import { runLedgerBench } from './ledger/run.ts';
import type { BenchOptions } from './options.ts';
import { runRulesBench } from './rules/run.ts';

// npm run bench -- checkout | ledger | rules [--json] [--rounds N] [--seconds N]
const BENCHES: Readonly<Record<string, (options: BenchOptions) => Promise<void>>> = {
  checkout: runCheckoutBench,
  ledger: runLedgerBench,
  rules: runRulesBench,
};

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '4' },
    },
  });
  const bench = BENCHES[positionals[0] ?? ''];
  const rounds = Number(values.rounds);
  const seconds = Number(values.seconds);
  if (bench === undefined || !isCount(rounds) || !isCount(seconds)) {
    console.error(
      `usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--json] [--rounds N] [--seconds N]`,
    );
    return 2;
  }
  await bench({ rounds, seconds, isJson: values.json });
  return 0;
}

function isCount(n: number): boolean {
  return Number.isInteger(n) && n >= 1 && n <= 600;
}
