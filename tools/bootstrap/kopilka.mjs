#!/usr/bin/env node
// The command line `kopilka` for any Node >= 20: sets up what is missing, then hands over to src/main.ts
// under the pinned Node. In a fresh clone this is the first file that runs.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from './packages.mjs';
import { runNode } from './run-node.mjs';
import { ensureWebBundle } from './web-bundle.mjs';

const project = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const args = process.argv.slice(2);

await ensurePackages(project, { needsDevelopment: false });
const isHelp = args.includes('--help') || args.includes('-h');
if ((args[0] === 'start' || args[0] === 'demo') && !isHelp) ensureWebBundle(project);
runNode(project, [join(project, 'src', 'main.ts'), ...args]);
