import { defineCommand } from 'citty';

/** `kopilka ledger verify|export|anchor-key`: one file each. */
export const ledger = defineCommand({
  meta: { name: 'ledger', description: 'The points ledger: prove it, take it out' },
  subCommands: {
    verify: () => import('./ledger-verify.ts').then((file) => file.ledgerVerify),
    export: () => import('./ledger-export.ts').then((file) => file.ledgerExport),
    'anchor-key': () => import('./ledger-anchor-key.ts').then((file) => file.ledgerAnchorKey),
  },
});
