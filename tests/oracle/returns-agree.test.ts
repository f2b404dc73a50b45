import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cameBackByTheEngine } from './by-the-engine.ts';
import { evaluateByTheBook } from './evaluate.ts';
import { type Case, caseOf, THEMES } from './generate/themes.ts';
import { cameBack } from './returns.ts';

const CASES = Number(process.env['ORACLE_CASES'] ?? 2000);
const seed = Number(process.env['ORACLE_SEED'] ?? Date.now() % 2 ** 31);
const WORDS = ['proportional', 're-evaluate', 'keep'] as const;
const themes = THEMES.filter(({ name }) => ['prices', 'points', 'sets', 'limits'].includes(name));

/** A receipt, a word on returns for each of its promotions, and how much of each line comes back. */
const returnOf = (found: Case) =>
  fc.record({
    words: fc.array(fc.constantFrom(...WORDS), { minLength: 8, maxLength: 8 }),
    sixths: fc.array(fc.constantFrom(0, 1, 2, 3, 6), { minLength: 8, maxLength: 8 }),
    found: fc.constant(found),
  });

for (const theme of themes) {
  test(`${theme.name}: what a return takes back is what the book says`, () => {
    const drawn = caseOf(theme).chain(returnOf);
    const agrees = fc.property(drawn, ({ found, words, sixths }) => {
      const promotions = found.rules.promotions.map((promotion, i) => {
        const onReturn = words[i % words.length];
        return onReturn === undefined ? promotion : { ...promotion, onReturn };
      });
      const rules = { ...found.rules, promotions };
      const { facts } = found;
      const decision = evaluateByTheBook(rules, facts);
      const returned = new Map(
        facts.lines.map(({ lineNo, quantityMilli }, i): [number, number] => [
          lineNo,
          Math.floor((quantityMilli * (sixths[i % sixths.length] ?? 0)) / 6),
        ]),
      );
      const big = new Map([...returned].map(([lineNo, milli]) => [lineNo, BigInt(milli)]));
      const byTheBook = [...cameBack({ rules, facts, decision }, big)]
        .filter(([key, amount]) => !key.startsWith('effect|') && amount > 0n)
        .map(([key, amount]) => `${key} = ${amount}`)
        .sort();
      assert.deepEqual(cameBackByTheEngine(rules, facts, returned), byTheBook);
    });
    fc.assert(agrees, { numRuns: Math.ceil(CASES / 10), seed });
  });
}
