import { defineCommand } from 'citty';
import { loadConfig } from '#platform/config.ts';
import { deriveSecrets } from '#platform/secrets.ts';
import { loadRootKey } from '#platform/secrets-root.ts';
import { terminalKey } from '#platform/terminal-keys.ts';
import { present } from '#shared/assert.ts';
import { say } from './say.ts';

/** `kopilka keys terminal CODE`. */
export const keys = defineCommand({
  meta: { name: 'keys', description: 'Keys derived from the root key' },
  subCommands: {
    terminal: defineCommand({
      meta: { name: 'terminal', description: "Print a terminal's signing key, 64 hex digits" },
      args: {
        code: { type: 'positional', description: 'Code of the terminal, like MSK1-01' },
        version: { type: 'string', description: 'Key version', default: '1' },
      },
      run: ({ args }) =>
        say(keyOf(present(args.code, 'code'), Number(args.version)).toString('hex')),
    }),
  },
});

/** A terminal's key on the machine that holds the root key. */
export function keyOf(terminalCode: string, keyVersion: number): Buffer {
  const secrets = deriveSecrets(loadRootKey(loadConfig(process.env)));
  return terminalKey(secrets, terminalCode, keyVersion);
}
