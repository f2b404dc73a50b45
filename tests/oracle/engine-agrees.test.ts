import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { difference, reduced } from './difference.ts';
import { type Case, caseOf, THEMES } from './generate/themes.ts';

// ORACLE_CASES says how many cases in all, ORACLE_SEED repeats a run, ORACLE_THEME picks one theme.

const CASES = Number(process.env['ORACLE_CASES'] ?? 2000);
const seed = Number(process.env['ORACLE_SEED'] ?? Date.now() % 2 ** 31);
const wanted = process.env['ORACLE_THEME'];
const themes = THEMES.filter(({ name }) => wanted === undefined || name === wanted);

for (const theme of themes) {
  test(`${theme.name}: the engine decides by the book, to the byte`, (context) => {
    const numRuns = Math.ceil(CASES / themes.length);
    let first: Case | undefined;
    const agrees = fc.property(caseOf(theme), (found) => {
      if (difference(found) === null) return;
      first = found;
      assert.fail('they differ');
    });
    // Our own reduction knows what a rule set is and is quicker than that of the generator.
    const { numRuns: done } = fc.check(agrees, { numRuns, seed, endOnFailure: true });
    context.diagnostic(`${done} cases`);
    if (first !== undefined) assert.fail(`seed ${seed}, case ${done}: ${reduced(first)}`);
  });
}
