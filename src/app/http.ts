import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify, { type FastifyInstance } from 'fastify';
import { registerAccessAdmin } from '#modules/access/admin-routes.ts';
import { registerLedgerAdmin } from '#modules/ledger/admin-routes.ts';
import { ledgerPosRoutes } from '#modules/ledger/index.ts';
import { registerMembersAdmin } from '#modules/members/admin-routes.ts';
import { memberPosRoutes } from '#modules/members/index.ts';
import { registerPartnersAdmin } from '#modules/partners/admin-routes.ts';
import type { Terminal } from '#modules/partners/core/index.ts';
import { terminalAuthenticator } from '#modules/partners/index.ts';
import { registerPromotionsAdmin } from '#modules/promotions/admin-routes.ts';
import { registerReceiptsAdmin } from '#modules/receipts/admin-routes.ts';
import { receiptPosRoutes } from '#modules/receipts/index.ts';
import { refuseBadAddress, useErrorHandler } from '#platform/http/errors.ts';
import { healthRoutes } from '#platform/http/health.ts';
import { mountPosRoutes } from '#platform/http/pos-routes.ts';
import { useValidation } from '#platform/http/validation.ts';
import { webPages } from '#platform/http/web-pages.ts';
import type { House } from './house.ts';

const REQUEST_TIMEOUT_MS = 30_000;

/** The HTTP server with every route of every module. */
export async function openHttp(house: House): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Ids of requests stand in every error; they need to be told apart, not guessed.
    genReqId: () => Buffer.from(house.random(9)).toString('base64url'),
    frameworkErrors: refuseBadAddress,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  });
  useValidation(app);
  useErrorHandler(app, (error, request) =>
    house.log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'bug'),
  );
  await app.register(swagger, { openapi: OPENAPI });
  await app.register(async (docs) => {
    await docs.register(swaggerUi, { routePrefix: '/docs' });
    docs.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
  });
  healthRoutes(app, () => house.isReady());
  await app.register(async (pos) => mountTills(pos, house));
  await app.register(async (staff) => mountStaff(staff, house), { prefix: '/api/v1' });
  await app.register(async (web) => webPages(web));
  await app.ready();
  return app;
}

function mountTills(app: FastifyInstance, house: House): void {
  const { rateLimits } = house.config;
  mountPosRoutes<Terminal>(
    app,
    [
      ...receiptPosRoutes(house.desk),
      ...memberPosRoutes<Terminal>(house),
      ...ledgerPosRoutes<Terminal>(house),
    ],
    {
      clock: house.clock,
      authenticate: terminalAuthenticator(house),
      limitFactor: rateLimits === 0 ? Number.POSITIVE_INFINITY : rateLimits,
    },
  );
}

function mountStaff(app: FastifyInstance, house: House): void {
  const partners = () => house.directory.current().partners;
  const staff = registerAccessAdmin(app, {
    ...house,
    hasPartner: (code) => partners().some((partner) => partner.code === code),
    rateLimits: house.config.rateLimits,
  });
  registerPartnersAdmin(app, { ...house, staff });
  registerMembersAdmin(app, { ...house, staff });
  registerLedgerAdmin(app, {
    ...house,
    staff,
    titles: {
      partner: (code) => partners().find((partner) => partner.code === code)?.title,
      promotion: (code) =>
        house.ruleSets.current().promotions.find((promotion) => promotion.code === code)?.title,
    },
  });
  registerPromotionsAdmin(app, { ...house, staff });
  registerReceiptsAdmin(app, { ...house, staff });
}

const OPENAPI = {
  openapi: '3.1.0',
  info: {
    title: 'Kopilka',
    version: '1',
    description:
      'Loyalty for retailers and coalitions. Tills sign requests (X-Term, X-Key-Ver, X-Time, X-Op-Id, ' +
      'X-Cnt, X-Sig); the same operation id with the same body gets the stored answer. Money is integer ' +
      'kopecks, points are integers of the smallest unit, quantities are thousandths.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
} as const;
