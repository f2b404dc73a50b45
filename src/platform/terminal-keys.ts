import { createHmac, hash, hkdfSync, timingSafeEqual } from 'node:crypto';
import { type SignedRequest, terminalSigningText } from '#shared/terminal-signature.ts';
import { keyObject, type Secrets } from './secrets.ts';

/** A request before it is signed. */
export type UnsignedRequest = Omit<SignedRequest, 'bodySha256'> & {
  readonly body: Uint8Array | string;
};

/**
 * The key of one terminal, 32 bytes, derived from the current master key and kept nowhere: a stolen
 * database signs nothing.
 * @param keyVersion 1 and up; a new version makes a new key
 */
export function terminalKey(secrets: Secrets, terminalCode: string, keyVersion: number): Buffer {
  const master = secrets.masterKeys.get(secrets.currentEpoch);
  if (master === undefined) throw new Error(`no master key of epoch ${secrets.currentEpoch}`);
  const info = `pos|${terminalCode}|${keyVersion}`;
  return Buffer.from(hkdfSync('sha256', master, '', info, 32));
}

/** The value of `X-Sig`: 64 lower-case hex digits. */
export function signTerminalRequest(key: Uint8Array, request: UnsignedRequest): string {
  return createHmac('sha256', keyObject(key)).update(signingText(request)).digest('hex');
}

/** Whether `signature` is right for the request; the comparison takes the same time for any wrong one. */
export function isTerminalSignature(
  key: Uint8Array,
  request: UnsignedRequest,
  signature: string,
): boolean {
  if (!/^[0-9a-f]{64}$/.test(signature)) return false;
  const right = createHmac('sha256', keyObject(key)).update(signingText(request)).digest();
  return timingSafeEqual(right, Buffer.from(signature, 'hex'));
}

function signingText({ body, ...rest }: UnsignedRequest): string {
  const bodySha256 = hash('sha256', body, 'hex');
  return terminalSigningText({ ...rest, bodySha256 });
}
