import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Secrets } from '#platform/secrets.ts';

/** Signs and checks anchors. The key is made from the root key and is never in the database. */
export type AnchorKey = {
  /** @param hash hex @returns the signature in hex */
  readonly sign: (hash: string) => string;
  readonly isSigned: (hash: string, signature: string) => boolean;
  /** The public half, PEM: for whoever checks a copy of the anchors without us. */
  readonly publicPem: string;
};

/** PKCS #8 around the 32 bytes of an Ed25519 seed (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

export function anchorKey(secrets: Pick<Secrets, 'anchorKey'>): AnchorKey {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, secrets.anchorKey]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey);
  return {
    sign: (hash) => sign(null, Buffer.from(hash, 'hex'), privateKey).toString('hex'),
    isSigned: (hash, signature) => isSigned(publicKey, hash, signature),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

function isSigned(publicKey: KeyObject, hash: string, signature: string): boolean {
  return verify(null, Buffer.from(hash, 'hex'), publicKey, Buffer.from(signature, 'hex'));
}
