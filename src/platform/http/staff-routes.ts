import type {} from '@fastify/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { assert } from '#shared/assert.ts';
import { ErrorShape } from '#shared/schema.ts';

/** Who asks: a signed-in person or an API key. */
export type Principal = {
  readonly kind: 'person' | 'api-key';
  readonly id: string;
  /** Log-in of the person, title of the key. */
  readonly login: string;
  readonly rights: ReadonlySet<string>;
  /** null: every partner; otherwise only this one's data. */
  readonly partnerCode: string | null;
};

export type AuditEntry = {
  readonly principal: Pick<Principal, 'kind' | 'id'>;
  /** noun.verb, such as `member.read`. */
  readonly action: string;
  /** What it was done to, such as `mbr_…`. */
  readonly object: string;
  readonly reason: string | null;
};

/** The guard of the staff API. The module access makes it, `app.ts` hands it to the others. */
export type StaffDoor = {
  /** Whether the matrix of rights has a row for `right`. */
  readonly knows: (right: string) => boolean;
  /** Lets in or throws a refusal: not signed in, right missing, CSRF header wrong. null: anyone may. */
  readonly admit: (request: FastifyRequest, right: string) => Promise<Principal | null>;
  /** Writes down what is about to happen; await it before anything leaves the house. */
  readonly audit: (entry: AuditEntry) => Promise<void>;
  /** Whether the one admitted with this request still is: for answers that last. */
  readonly isStillIn: (request: FastifyRequest, right: string) => Promise<boolean>;
};

export type StaffInput<P, Q, B> = {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly principal: Principal;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** One row of a module's table of staff routes. */
export type StaffRow<P extends TSchema, Q extends TSchema, B extends TSchema, A extends TSchema> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly right: string;
  /** One line for the API's page. */
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Absent: the story writes the answer itself (a stream, an empty 204). */
  readonly answer?: A;
  readonly story: (
    input: StaffInput<Static<P>, Static<Q>, Static<B>>,
  ) => Promise<Static<A>> | Static<A>;
};

/** A row whose shapes have been checked against its story. */
export type StaffRoute = {
  readonly method: string;
  readonly path: string;
  readonly right: string;
  readonly mount: (app: FastifyInstance, door: StaffDoor) => void;
};

type Checked<P extends TSchema, Q extends TSchema, B extends TSchema> = {
  readonly params: Static<P>;
  readonly query: Static<Q>;
  readonly body: Static<B>;
};

/** Checks one row at compile time: the story takes and gives what the shapes say. */
export function staffRoute<
  P extends TSchema = TSchema,
  Q extends TSchema = TSchema,
  B extends TSchema = TSchema,
  A extends TSchema = TSchema,
>(row: StaffRow<P, Q, B, A>): StaffRoute {
  const mount = (app: FastifyInstance, door: StaffDoor) => {
    app.route({
      method: row.method,
      url: row.path,
      config: { right: row.right },
      // A HEAD of the feed would hold a stream open that nobody reads.
      exposeHeadRoute: false,
      schema: {
        summary: row.summary,
        tags: ['staff'],
        ...(row.params === undefined ? {} : { params: row.params }),
        ...(row.query === undefined ? {} : { querystring: row.query }),
        ...(row.body === undefined ? {} : { body: row.body }),
        response: {
          ...(row.answer === undefined ? {} : { 200: row.answer }),
          '4xx': ErrorShape,
        },
      },
      // Before the body is read: a stranger's bytes are not worth parsing.
      onRequest: async (request) => {
        admitted.set(request, (await door.admit(request, row.right)) ?? NOBODY);
      },
      handler: (request, reply) => {
        // The one cast of the staff API: the validator has just held them against these very shapes.
        const { params, query, body } = request as unknown as Checked<P, Q, B>;
        const principal = admitted.get(request) ?? NOBODY;
        return row.story({ params, query, body, principal, request, reply });
      },
    });
  };
  return { method: row.method, path: row.path, right: row.right, mount };
}

/**
 * Mounts a module's table.
 * @throws Error when a row asks for a right that the matrix does not have: the server does not start
 */
export function mountStaffRoutes(
  app: FastifyInstance,
  door: StaffDoor,
  routes: readonly StaffRoute[],
): void {
  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    assert(door.knows(route.right), `${name} asks for an undeclared right: ${route.right}`);
    route.mount(app, door);
  }
}

/** Fails the boot for every route of `app` that was added past {@link mountStaffRoutes}. */
export function refuseUndeclaredRoutes(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const right = route.config !== undefined && 'right' in route.config;
    assert(right, `${String(route.method)} ${route.url} declares no right`);
  });
}

const NOBODY: Principal = {
  kind: 'person',
  id: '00000000-0000-0000-0000-000000000000',
  login: '',
  rights: new Set(),
  partnerCode: null,
};

const admitted = new WeakMap<FastifyRequest, Principal>();
