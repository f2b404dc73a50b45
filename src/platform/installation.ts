import { type Database, type Statement, sql } from './db/index.ts';
import { Problem } from './problem.ts';
import { hmac, type Secrets } from './secrets.ts';

/**
 * Makes sure that the database was filled under this root key: phones and cards are found by keyed hashes,
 * so under another key every member would be a stranger. The first server writes the key's fingerprint.
 * @throws Problem root-key-foreign
 */
export async function assertRootKey(db: Database, secrets: Secrets): Promise<void> {
  const fingerprint = hmac(secrets.indexKey, 'fingerprint of the root key');
  await db.run(writeFingerprint(fingerprint));
  const [row] = await db.run(readFingerprint());
  if (row?.root_key_fingerprint.equals(fingerprint) === true) return;
  throw new Problem('root-key-foreign', {
    text: {
      en: 'The database was filled under another root key: no phone or card in it could be found.',
      ru: 'База заполнена под другим корневым ключом: ни телефон, ни карту в ней не найти.',
    },
    remedy: {
      en: 'Give this server the key of the others with ROOT_KEY or ROOT_KEY_FILE (root.key in the data folder).',
      ru: 'Дайте этому серверу ключ остальных: ROOT_KEY или ROOT_KEY_FILE (root.key в папке данных).',
    },
  });
}

const writeFingerprint = (fingerprint: Buffer): Statement => sql`
  insert into platform.installation (id, root_key_fingerprint) values (1, ${fingerprint})
  on conflict do nothing`;

const readFingerprint = (): Statement<{ root_key_fingerprint: Buffer }> =>
  sql<{
    root_key_fingerprint: Buffer;
  }>`select i.root_key_fingerprint from platform.installation i where i.id = 1`;
