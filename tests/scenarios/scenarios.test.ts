import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { present } from '#shared/assert.ts';
import { parseScenarios } from './language/parse.ts';
import { runScenario } from './language/run.ts';
import { openWorld } from './language/world.ts';

// Every *.scenario file beside this one, one test per scenario, all in one house.
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.scenario'));
const world = await openWorld();
let played = 0;

function playAll(file: string, text: string): void {
  describe(file, () => {
    for (const scenario of parseScenarios(text, `tests/scenarios/${file}`)) {
      test(scenario.title, async () => {
        played += 1;
        await runScenario(world, scenario, played);
      });
    }
  });
}

for (const file of files.sort()) playAll(file, read(file));

// The example by which people learn the language is played too.
playAll('README.md', present(/```\n(scenario .*?)```/su.exec(read('README.md'))?.[1], 'example'));

function read(file: string): string {
  return readFileSync(join(import.meta.dirname, file), 'utf8');
}
