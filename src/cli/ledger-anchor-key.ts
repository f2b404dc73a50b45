import { defineCommand } from 'citty';
import { anchorKey } from '#modules/ledger/index.ts';
import { loadConfig } from '#platform/config.ts';
import { deriveSecrets } from '#platform/secrets.ts';
import { loadRootKey } from '#platform/secrets-root.ts';
import { say } from './say.ts';

/** `kopilka ledger anchor-key`. */
export const ledgerAnchorKey = defineCommand({
  meta: {
    name: 'anchor-key',
    description: 'Print the public key that anchors are checked with (Ed25519, PEM)',
  },
  run: () => {
    const secrets = deriveSecrets(loadRootKey(loadConfig(process.env)));
    say(anchorKey(secrets).publicPem.trimEnd());
  },
});
