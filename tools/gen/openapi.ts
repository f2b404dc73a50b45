import { systemClock } from '#platform/clock.ts';
import { loadConfig } from '#platform/config.ts';
import { createLog } from '#platform/log.ts';
import { deriveSecrets, ROOT_KEY_BYTES } from '#platform/secrets.ts';
import { openApp } from '../../src/app.ts';
import type { Generated } from './generated.ts';

/**
 * The API as the server itself tells it at /openapi.json.
 * @param databaseUrl a migrated database
 */
export async function openApiDocument(databaseUrl: string): Promise<Generated> {
  const app = await openApp({
    config: { ...loadConfig({}), databaseUrl, databasePool: 2 },
    databaseUrl,
    clock: systemClock,
    // Any key will do: nothing is signed and nothing is kept.
    secrets: deriveSecrets(new Uint8Array(ROOT_KEY_BYTES)),
    log: createLog('silent'),
  });
  try {
    const { body } = await app.http.inject('/openapi.json');
    return { path: 'docs/openapi.json', text: `${JSON.stringify(JSON.parse(body), null, 2)}\n` };
  } finally {
    await app.close();
  }
}
