import { randomBytes } from 'node:crypto';
import type { Secrets } from '#platform/secrets.ts';
import { terminalKey } from '#platform/terminal-keys.ts';
import { uuidv7 } from '#shared/ids.ts';
import { STORES, terminalCodes } from '../../db/seed/stores.ts';
import { signedHeaders } from '../../tools/demo/till.ts';
import type { BenchMember } from './members.ts';
import type { Pick } from './picks.ts';
import { benchReceipt } from './receipt.ts';

/** A confirm with its signature, as bytes ready for a socket. */
export type SignedConfirm = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

export const CONFIRM_PATH = '/pos/v1/receipts/confirm';

/** Makes signed confirms, each with an operation id of its own; they hold for five minutes. */
export function confirmSigner(
  secrets: Secrets,
  buyers: { readonly members: readonly BenchMember[]; readonly pick: Pick },
): () => SignedConfirm {
  const tills = STORES.flatMap(terminalCodes).map((terminalCode) => ({
    terminalCode,
    key: terminalKey(secrets, terminalCode, 1),
    keyVersion: 1,
  }));
  let count = 0;
  return () => {
    count += 1;
    const till = tills[count % tills.length];
    if (till === undefined) throw new Error('the demo has no terminals');
    const time = Date.now();
    const body = JSON.stringify(benchReceipt(buyers.members[buyers.pick()]?.card ?? ''));
    const opId = uuidv7(time, randomBytes(10));
    const headers = signedHeaders(till, { path: CONFIRM_PATH, body, opId, time, count });
    return { headers, body: Buffer.from(body) };
  };
}
