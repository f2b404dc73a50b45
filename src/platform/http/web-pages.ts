import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { sendRefusal } from './errors.ts';
import { refuse } from './refusals.ts';

const ROOT = fileURLToPath(new URL('../../../dist/web', import.meta.url));

/** Nothing from elsewhere, no scripts in pages; styles are set by the components themselves. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
  "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** The back office: files of the bundle, and its page for every address that belongs to the browser. */
export async function webPages(app: FastifyInstance): Promise<void> {
  if (!existsSync(`${ROOT}/index.html`)) return;
  const page = readFileSync(`${ROOT}/index.html`);
  await app.register(staticFiles, {
    root: ROOT,
    index: false,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/');
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    if (/^\/(api|pos|health|docs|assets)\//.test(request.url)) {
      return sendRefusal(reply, refuse('route-unknown', { path: request.url }), request.id);
    }
    return reply
      .header('content-security-policy', POLICY)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .type('text/html; charset=utf-8')
      .send(page);
  });
}
