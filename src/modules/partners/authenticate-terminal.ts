import type { Clock } from '#platform/clock.ts';
import type { PosHead } from '#platform/http/pos-routes.ts';
import type { Secrets } from '#platform/secrets.ts';
import { isTerminalSignature, terminalKey } from '#platform/terminal-keys.ts';
import type { Terminal } from './core/index.ts';
import type { OpenDirectory } from './open-directory.ts';
import { refuse } from './refusals.ts';

const SKEW_MAX_MS = 300_000;

/**
 * Makes the check of a till's signature. Keys are derived once per terminal and version and kept.
 * @throws (from the check) Refusal signature-wrong, clock-skewed, terminal-blocked
 */
export function terminalAuthenticator(deps: {
  readonly directory: OpenDirectory;
  readonly secrets: Secrets;
  readonly clock: Clock;
}): (head: PosHead, body: Uint8Array) => Terminal {
  const keys = new Map<string, Buffer>();
  const keyOf = (code: string, version: number): Buffer => {
    const name = `${code}|${version}`;
    const known = keys.get(name) ?? terminalKey(deps.secrets, code, version);
    keys.set(name, known);
    return known;
  };
  return (head, body) => {
    const terminal = deps.directory.current().terminalByCode.get(head.terminalCode);
    if (terminal === undefined || terminal.keyVersion !== head.keyVersion)
      throw refuse('signature-wrong');
    const key = keyOf(terminal.code, terminal.keyVersion);
    const signed = { ...head, body };
    if (!isTerminalSignature(key, signed, head.signature)) throw refuse('signature-wrong');
    const now = deps.clock.now();
    if (Math.abs(now - Number(head.time)) > SKEW_MAX_MS) {
      throw refuse('clock-skewed', { path: '/headers/x-time', details: { serverTime: now } });
    }
    if (terminal.isBlocked) throw refuse('terminal-blocked');
    return terminal;
  };
}
