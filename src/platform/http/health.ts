import type { FastifyInstance } from 'fastify';

/** `/health/live`: the process runs. `/health/ready`: it can serve, the database answers. */
export function healthRoutes(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  app.get('/health/live', { schema: { tags: ['Health'], summary: 'The process runs' } }, () => ({
    status: 'live',
  }));
  app.get(
    '/health/ready',
    { schema: { tags: ['Health'], summary: 'The server can serve' } },
    async (_request, reply) => {
      const ready = await isReady();
      return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready' });
    },
  );
}
