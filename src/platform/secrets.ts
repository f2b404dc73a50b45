import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** Keys of the installation, all derived from one root key. */
export type Secrets = {
  /** Master keys of terminals by epoch; an old epoch stays until the last terminal has left it. */
  readonly masterKeys: ReadonlyMap<number, Buffer>;
  readonly currentEpoch: number;
  /** Blind indexes: equality search over values that are stored encrypted. */
  readonly indexKey: Buffer;
  /** Digests that travel to a till and come back. */
  readonly digestKey: Buffer;
  /** Encryption of single fields. */
  readonly fieldKey: Buffer;
  /** Session tokens of staff. */
  readonly sessionKey: Buffer;
  /** Signs the ledger's anchors: the seed of an Ed25519 key. */
  readonly anchorKey: Buffer;
};

/** The place of an encrypted value; a value moved to another place does not decrypt. */
export type FieldPlace = { readonly table: string; readonly column: string; readonly id: string };

export const ROOT_KEY_BYTES = 32;
const EPOCH = 1;
/** First byte of an encrypted field: names the key, so that keys can be changed while data stays. */
const FIELD_KEY_ID = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Derives every key from the root key (HKDF-SHA256, one purpose one key). The same root key gives the
 * same keys on every server.
 * @param rootKey 32 bytes
 */
export function deriveSecrets(rootKey: Uint8Array): Secrets {
  if (rootKey.length !== ROOT_KEY_BYTES) throw new Error('a root key has 32 bytes');
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', rootKey, '', `kopilka|${purpose}`, 32));
  return {
    masterKeys: new Map([[EPOCH, derive(`master|${EPOCH}`)]]),
    currentEpoch: EPOCH,
    indexKey: derive('index'),
    digestKey: derive('digest'),
    fieldKey: derive(`field|${FIELD_KEY_ID}`),
    sessionKey: derive('session'),
    anchorKey: derive('anchor'),
  };
}

/** HMAC-SHA256, 32 bytes. */
export function hmac(key: Uint8Array, data: Uint8Array | string): Buffer {
  return createHmac('sha256', keyObject(key)).update(data).digest();
}

const keyObjects = new WeakMap<Uint8Array, KeyObject>();

/**
 * The key as `node:crypto` likes it, made once for each buffer: an HMAC with raw bytes imports them anew
 * every time, which costs six times the HMAC itself.
 */
export function keyObject(key: Uint8Array): KeyObject {
  const known = keyObjects.get(key) ?? createSecretKey(key);
  keyObjects.set(key, known);
  return known;
}

/**
 * What is stored beside an encrypted value to find it again: 32 bytes.
 * @param kind            what the value is (`phone`, `card`, `email`); the same digits of two kinds differ
 * @param normalisedValue the one spelling of the value (E.164, digits only, lower case)
 */
export function blindIndex(secrets: Secrets, kind: string, normalisedValue: string): Buffer {
  return hmac(secrets.indexKey, `${kind}|${normalisedValue}`);
}

/**
 * Encrypts a field (AES-256-GCM): key id, nonce, tag, ciphertext. The place is bound in, so a row's
 * value copied to another row or column is refused.
 */
export function encryptField(secrets: Secrets, place: FieldPlace, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', secrets.fieldKey, nonce);
  cipher.setAAD(boundPlace(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(FIELD_KEY_ID), nonce, cipher.getAuthTag(), sealed]);
}

/**
 * Decrypts what `encryptField` made.
 * @throws Error when the key, the place or a single bit is another
 */
export function decryptField(secrets: Secrets, place: FieldPlace, sealed: Uint8Array): string {
  if (sealed[0] !== FIELD_KEY_ID) throw new Error(`no field key with the id ${sealed[0]}`);
  const tagAt = 1 + NONCE_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', secrets.fieldKey, sealed.subarray(1, tagAt), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundPlace(place));
  decipher.setAuthTag(sealed.subarray(tagAt, tagAt + TAG_BYTES));
  const body = decipher.update(sealed.subarray(tagAt + TAG_BYTES));
  return Buffer.concat([body, decipher.final()]).toString('utf8');
}

function boundPlace({ table, column, id }: FieldPlace): Buffer {
  return Buffer.from(`${table}|${column}|${id}`, 'utf8');
}
