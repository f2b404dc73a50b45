import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { coreLedger } from './core-ledger.ts';
import { explain } from './explain.ts';
import { MEMBER_IDS, openTally, rulesOf, runSteps } from './run.ts';
import { type Programme, programme, runOf, type Step } from './steps.ts';
import type { Ask } from './twin/asks.ts';

// MODEL_SEED repeats a run; MODEL_RUNS and MODEL_STEPS make it longer.
// npm test repeats itself, the long run seeks.
const DEFAULT_SEED = process.env['TEST_LONG'] === '1' ? Date.now() % 2 ** 31 : 20_261_122;
const SEED = Number(process.env['MODEL_SEED'] ?? DEFAULT_SEED);
const RUNS = Number(process.env['MODEL_RUNS'] ?? 300);
const STEPS = Number(process.env['MODEL_STEPS'] ?? 40);

test('any operations in any order leave the core with what the twin has', async (t) => {
  t.diagnostic(`MODEL_SEED=${SEED} MODEL_RUNS=${RUNS} MODEL_STEPS=${STEPS}`);
  const tally = openTally();
  const run = async (
    given: Programme,
    steps: readonly (Step | null)[],
    onAsk: (ask: Ask) => void = () => undefined,
  ) => {
    const rules = rulesOf(given);
    const ledger = coreLedger(rules);
    await runSteps(steps, { rules, ledger, memberIds: MEMBER_IDS, tally, onAsk });
  };
  const property = fc.asyncProperty(programme, runOf(STEPS), (rules, steps) => run(rules, steps));
  const details = await fc.check(property, { seed: SEED, numRuns: RUNS });
  t.diagnostic(`${tally.operations} operations, ${tally.refusals} refused`);
  for (const [outcome, times] of [...tally.byOutcome].sort(([a], [b]) => (a < b ? -1 : 1)))
    t.diagnostic(`${times} × ${outcome}`);
  if (details.failed) assert.fail(await explain(details, run));
});
