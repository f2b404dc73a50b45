import { hash } from 'node:crypto';
import { canonicalEntry, type Entry, type SealedEntry } from './core/index.ts';

/**
 * Chains entries of one account onto its last hash (SHA-256 over the canonical bytes).
 * @param entries  of one account, in order of seq
 * @param lastHash hex
 */
export function sealEntries(entries: readonly Entry[], lastHash: string): SealedEntry[] {
  let prevHash = lastHash;
  return entries.map((entry) => {
    const sealed = {
      ...entry,
      prevHash,
      hash: hash('sha256', canonicalEntry(entry, prevHash), 'hex'),
    };
    prevHash = sealed.hash;
    return sealed;
  });
}
