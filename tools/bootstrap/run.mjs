// Runs a program of ours (`node tools/bootstrap/run.mjs tools/test/run.ts db`) on any Node >= 20: sets up
// what is missing, then runs it under the pinned Node.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from './packages.mjs';
import { runNode } from './run-node.mjs';

const project = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [program, ...args] = process.argv.slice(2);

await ensurePackages(project, { needsDevelopment: true });
runNode(project, [join(project, program), ...args]);
