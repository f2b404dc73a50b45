import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { build, type Rolldown } from 'vite';
import { bytesByTheEngine } from '../oracle/by-the-engine.ts';
import { type Case, caseOf, THEMES } from '../oracle/generate/themes.ts';
import { launchBrowser } from './launch-browser.ts';

const SEED = 20_261_122;
const CASES_PER_THEME = 20;

/** The engine as one script; it leaves its door under `engine`. */
async function bundledEngine(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL('../oracle/by-the-engine.ts', import.meta.url)),
        formats: ['iife'],
        name: 'engine',
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  const [chunk] = outputs.flatMap(({ output }) => output);
  assert.ok(chunk?.type === 'chunk');
  return chunk.code;
}

function randomCases(): readonly Case[] {
  const drawn = THEMES.flatMap((theme) =>
    fc.sample(caseOf(theme), { seed: SEED, numRuns: CASES_PER_THEME }),
  );
  // Only what JSON carries goes over to the browser.
  return JSON.parse(JSON.stringify(drawn));
}

/** Runs in the page. */
function decideAll(cases: string): string {
  const { bytesByTheEngine } = Reflect.get(globalThis, 'engine');
  const decided = JSON.parse(cases).map(({ rules, facts }: Case) => bytesByTheEngine(rules, facts));
  return JSON.stringify(decided);
}

test('a rule set and a receipt give the same bytes in the browser as on the server', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundledEngine() });
    const cases = randomCases();
    // As text: the types of a case nest deeper than those of page.evaluate can follow.
    const there = JSON.parse(await page.evaluate(decideAll, JSON.stringify(cases)));
    const here = cases.map(({ rules, facts }) => bytesByTheEngine(rules, facts));
    assert.deepEqual(there, here);
    assert.ok(new Set(here).size > cases.length / 2, 'the cases tell decisions apart');
  } finally {
    await browser.close();
  }
});
