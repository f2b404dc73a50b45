import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { PROJECT_FOLDER } from '#platform/config.ts';

/** `kopilka demo`: hands everything to tools/demo. */
export const demo = defineCommand({
  meta: {
    name: 'demo',
    description: 'Play a day of receipts through a fresh server, check the books',
  },
  args: {
    json: { type: 'boolean', description: 'The summary as one JSON object on the last line' },
  },
  run: ({ rawArgs }) =>
    new Promise<void>((resolve) => {
      const program = join(PROJECT_FOLDER, 'tools', 'demo', 'run.ts');
      const child = spawn(process.execPath, [program, ...rawArgs], { stdio: 'inherit' });
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.on(signal, () => child.kill(signal));
      }
      child.once('exit', (code) => {
        process.exitCode = code ?? 1;
        resolve();
      });
    }),
});
