import type { FastifyInstance } from 'fastify';
import type { Clock } from '#platform/clock.ts';
import { type EventStreams, eventStreams } from '#platform/http/sse.ts';
import {
  mountStaffRoutes,
  type StaffInput,
  type StaffRoute,
  staffRoute,
} from '#platform/http/staff-routes.ts';
import {
  ReceiptDetailShape,
  ReceiptListQueryShape,
  ReceiptListShape,
  ReceiptParamsShape,
  TillAnswerShape,
  TillParamsShape,
  TillRequestShape,
} from './admin-contract.ts';
import { followFeed, placeIn, type ReceiptFeed } from './read-feed.ts';
import { type ReadReceiptDeps, readReceipt } from './read-receipt.ts';
import { readReceiptList } from './read-receipt-list.ts';
import { readTillAnswer, type TillDeps } from './read-till-answer.ts';

export type ReceiptsAdminDeps = ReadReceiptDeps &
  Omit<TillDeps, 'inject'> & { readonly clock: Clock; readonly feed: ReceiptFeed };

/** Mounts the staff routes of receipts and the till emulator, which calls the POS routes of `app`. */
export function registerReceiptsAdmin(app: FastifyInstance, deps: ReceiptsAdminDeps): void {
  const streams = eventStreams(app);
  const till = {
    ...deps,
    inject: (request: Parameters<TillDeps['inject']>[0]) => app.inject(request),
  };
  mountStaffRoutes(app, deps.staff, [...receiptRoutes(deps, streams), tillRoute(till)]);
}

function receiptRoutes(deps: ReceiptsAdminDeps, streams: EventStreams): readonly StaffRoute[] {
  const right = 'receipts.read';
  return [
    staffRoute({
      method: 'GET',
      path: '/receipts',
      right,
      summary: 'Receipts, newest first',
      query: ReceiptListQueryShape,
      answer: ReceiptListShape,
      story: ({ query, principal }) => readReceiptList(deps, query, principal),
    }),
    staffRoute({
      method: 'GET',
      path: '/receipts/feed',
      right,
      summary: 'Receipts as they happen: server-sent events named receipt',
      story: (input) => openFeed(deps, streams, input),
    }),
    staffRoute({
      method: 'GET',
      path: '/receipts/:bucket/:receiptId',
      right,
      summary: 'A receipt with its versions and why each promotion did or did not fire',
      params: ReceiptParamsShape,
      answer: ReceiptDetailShape,
      story: ({ params, principal }) => readReceipt(deps, params, principal),
    }),
  ];
}

function tillRoute(deps: TillDeps): StaffRoute {
  return staffRoute({
    method: 'POST',
    path: '/till/:action',
    right: 'till.emulate',
    summary: 'Till emulator: signs a POS request as a terminal and sends it to the real route',
    params: TillParamsShape,
    body: TillRequestShape,
    answer: TillAnswerShape,
    story: ({ params, body, principal }) =>
      readTillAnswer(deps, params.action, { ...body, principal }),
  });
}

async function openFeed(
  deps: ReceiptsAdminDeps,
  streams: EventStreams,
  { request, reply, principal }: StaffInput<unknown, unknown, unknown>,
): Promise<void> {
  const now = deps.clock.now();
  const stream = streams.open(reply, {
    resumeId: `${now}_ffffffff-ffff-ffff-ffff-ffffffffffff`,
    isWanted: () => deps.staff.isStillIn(request, 'receipts.read'),
  });
  const after = placeIn(request.headers['last-event-id'], now);
  await followFeed(deps, stream, { principal, after });
}
