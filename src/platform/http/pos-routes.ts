import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, type TSchema, Type } from 'typebox';
import type { Clock } from '#platform/clock.ts';
import { UUIDV7_PATTERN, uuidTime } from '#shared/ids.ts';
import { ErrorShape } from '#shared/schema.ts';
import { parseJsonBody } from './json-body.ts';
import { recentOperations } from './recent-operations.ts';
import { refuse } from './refusals.ts';
import { type LimitName, terminalLimiter } from './terminal-limits.ts';

/** What a till's request says about itself. */
export type PosHead = {
  readonly method: string;
  readonly path: string;
  readonly terminalCode: string;
  readonly keyVersion: number;
  readonly time: string;
  readonly operationId: string;
  readonly count: string;
  readonly signature: string;
};

export type PosCall<Terminal, Request> = {
  readonly opId: string;
  readonly terminal: Terminal;
  readonly requestHash: Buffer;
  readonly request: Request;
};

/** The body of an answer: an object, or text that is JSON already; `isReplay` sets X-Replayed. */
export type PosAnswer = { readonly answer: string | object; readonly isReplay: boolean };

/** One row of a module's table of till routes. */
export type PosRoute<Terminal> = {
  readonly path: string;
  readonly summary: string;
  /** Which limit it counts against. */
  readonly limit: LimitName;
  /** Whether the operation id makes it idempotent: everything that changes something. */
  readonly isOperation: boolean;
  readonly request: TSchema;
  readonly answer: TSchema;
  readonly story: (call: PosCall<Terminal, never>) => Promise<PosAnswer>;
};

/** Checks at compile time that the story takes what the shape says. */
export function posRoute<Terminal, Request extends TSchema>(
  row: Omit<PosRoute<Terminal>, 'request' | 'story'> & {
    readonly request: Request;
    readonly story: (call: PosCall<Terminal, Static<Request>>) => Promise<PosAnswer>;
  },
): PosRoute<Terminal> {
  return row as unknown as PosRoute<Terminal>;
}

export type PosDoor<Terminal> = {
  readonly clock: Clock;
  /** Checks the signature over the raw body; throws a refusal. */
  readonly authenticate: (head: PosHead, body: Uint8Array) => Terminal & { readonly id: string };
  /** 1 = the limits below; 2 = twice as much; Infinity = none. */
  readonly limitFactor: number;
};

/** Headers of every till request; docs/pos-api.md says how to sign. */
const HEADERS = {
  'x-term': { pattern: '^[A-Z0-9-]{1,40}$', description: 'Code of the terminal' },
  'x-key-ver': { pattern: '^[1-9][0-9]{0,5}$', description: "Version of the terminal's key" },
  'x-time': {
    pattern: '^[0-9]{1,16}$',
    description: "Till's clock, epoch milliseconds; at most 5 minutes off",
  },
  'x-op-id': {
    pattern: UUIDV7_PATTERN,
    description: 'Operation id, a UUIDv7 that the till mints and keeps before it sends',
  },
  'x-cnt': { pattern: '^[0-9]{1,16}$', description: "Till's own count of requests" },
  'x-sig': { pattern: '^[0-9a-f]{64}$', description: 'HMAC-SHA256 over the signing text, hex' },
} as const;

const HeadersShape = Type.Object({
  'x-term': Type.String(HEADERS['x-term']),
  'x-key-ver': Type.String(HEADERS['x-key-ver']),
  'x-time': Type.String(HEADERS['x-time']),
  'x-op-id': Type.String(HEADERS['x-op-id']),
  'x-cnt': Type.String(HEADERS['x-cnt']),
  'x-sig': Type.String(HEADERS['x-sig']),
});

const DAY_MS = 86_400_000;
export const POS_BODY_MAX = 256 * 1024;
const WINDOW_PAST_MS = 30 * DAY_MS;
const WINDOW_FUTURE_MS = 5 * 60_000;

/** Mounts the tables of till routes: signature, limit, shape, story, answer. */
export function mountPosRoutes<Terminal>(
  app: FastifyInstance,
  routes: readonly PosRoute<Terminal>[],
  door: PosDoor<Terminal>,
): void {
  const limiter = terminalLimiter(door.limitFactor);
  const recent = recentOperations();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: POS_BODY_MAX },
    (_request, body, done) => done(null, body),
  );
  const calls = new WeakMap<
    FastifyRequest,
    Omit<PosCall<Terminal & { readonly id: string }, unknown>, 'request'>
  >();
  for (const route of routes) {
    app.post(route.path, {
      schema: {
        tags: ['Till'],
        summary: route.summary,
        headers: HeadersShape,
        body: route.request,
        response: { 200: route.answer, '4xx': ErrorShape, 503: ErrorShape },
      },
      // The answer is JSON text already, or an object that our own types vouch for.
      serializerCompiler: () => (data) => JSON.stringify(data),
      preValidation: async (request) => {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const head = readHead(request);
        const terminal = door.authenticate(head, body);
        limiter.admit(terminal.id, route.limit);
        refuseUntimely(head.operationId, door.clock);
        const requestHash = hash('sha256', body, 'buffer');
        if (route.isOperation && recent.isReused(head.operationId, requestHash.toString('hex'))) {
          throw refuse('operation-id-reused', { path: '/headers/x-op-id' });
        }
        calls.set(request, { opId: head.operationId, terminal, requestHash });
        request.body = parseJsonBody(body);
      },
      handler: async (request, reply) => {
        const call = calls.get(request);
        if (call === undefined) throw new Error('a till request went past its door');
        const story = () => route.story({ ...call, request: request.body as never });
        const answered = await (namesBuyer(request.body)
          ? limiter.withBuyer(call.terminal.id, story)
          : story());
        if (route.isOperation) recent.remember(call.opId, call.requestHash.toString('hex'));
        return send(reply, answered, door.clock);
      },
    });
  }
}

/** Whether a checked body names somebody by card or phone: in `member`, or by itself (a balance, a registration). */
function namesBuyer(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const named = 'member' in body ? body.member : body;
  return typeof named === 'object' && named !== null && ('card' in named || 'phone' in named);
}

function send(reply: FastifyReply, { answer, isReplay }: PosAnswer, clock: Clock): FastifyReply {
  reply.header('x-server-time', String(clock.now()));
  if (isReplay) reply.header('x-replayed', 'true');
  return reply
    .type('application/json; charset=utf-8')
    .send(typeof answer === 'string' ? answer : JSON.stringify(answer));
}

function refuseUntimely(operationId: string, clock: Clock): void {
  const age = clock.now() - uuidTime(operationId);
  if (age > WINDOW_PAST_MS || age < -WINDOW_FUTURE_MS) {
    throw refuse('operation-id-out-of-window', { path: '/headers/x-op-id' });
  }
}

function readHead(request: FastifyRequest): PosHead {
  return {
    method: request.method,
    path: request.url,
    terminalCode: header(request, 'x-term'),
    keyVersion: Number(header(request, 'x-key-ver')),
    time: header(request, 'x-time'),
    operationId: header(request, 'x-op-id'),
    count: header(request, 'x-cnt'),
    signature: header(request, 'x-sig'),
  };
}

type HeaderName = keyof typeof HEADERS;

const patterns = new Map(
  Object.entries(HEADERS).map(([name, { pattern }]) => [name, new RegExp(pattern)]),
);

function header(request: FastifyRequest, name: HeaderName): string {
  const value = request.headers[name];
  const pattern = patterns.get(name);
  if (typeof value === 'string' && pattern?.test(value) === true) return value;
  throw refuse('header-invalid', {
    path: `/headers/${name}`,
    details: { pattern: pattern?.source ?? '' },
  });
}
