import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isConnectionError, sqlState } from '#platform/db/index.ts';
import { Fault } from '#platform/fault.ts';
import { Refusal } from '#shared/refusal.ts';
import { refuse } from './refusals.ts';
import { invalidField } from './validation.ts';

/** Called with every error that is a fault of ours, never with a refusal. */
export type OnBug = (error: Error, request: FastifyRequest) => void;

/** One shape for every error of every route. */
export function useErrorHandler(app: FastifyInstance, onBug: OnBug): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal = refusalFrom(error);
    if (refusal.code === 'internal') onBug(error, request);
    return sendRefusal(reply, refusal, request.id);
  });
  app.setNotFoundHandler((request, reply) =>
    sendRefusal(
      reply,
      refuse('route-unknown', { path: request.url.split('?')[0] ?? '' }),
      request.id,
    ),
  );
}

/** An address that cannot be decoded fails before any route is looked for; it gets the same shape. */
export function refuseBadAddress(
  _error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  sendRefusal(reply, refuse('route-unknown', { path: '/' }), request.id);
}

/** Answers with a refusal. */
export function sendRefusal(
  reply: FastifyReply,
  refusal: Refusal,
  requestId: string,
): FastifyReply {
  if (refusal.row.status === 503) reply.header('retry-after', '1');
  const retryAfter = refusal.details['retryAfterSeconds'];
  if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
  return reply
    .code(refusal.row.status)
    .type('application/json; charset=utf-8')
    .send(
      JSON.stringify({
        error: {
          code: refusal.code,
          path: refusal.path,
          text: refusal.row.text,
          remedy: refusal.row.remedy,
          details: refusal.details,
          requestId,
        },
      }),
    );
}

function refusalFrom(error: FastifyError): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof Fault) return refuse(error.code);
  if (error.validation !== undefined)
    return invalidField(error.validation, error.validationContext);
  const known = BY_FASTIFY_CODE.get(error.code);
  if (known !== undefined) return refuse(known);
  if (isConnectionError(error)) return refuse('outcome-unknown');
  const bySqlState = BY_SQLSTATE.get(sqlState(error));
  if (bySqlState !== undefined) return refuse(bySqlState);
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return refuse('request-invalid', { details: { reason: error.message } });
  }
  return refuse('internal');
}

/** The database is there but could not do it now: the caller repeats, with the same operation id. */
const BY_SQLSTATE = new Map<string, Parameters<typeof refuse>[0]>([
  ['57014', 'outcome-unknown'],
  ['40001', 'outcome-unknown'],
  ['40P01', 'outcome-unknown'],
  ['55P03', 'outcome-unknown'],
  ['53100', 'overloaded'],
  ['53200', 'overloaded'],
  ['53300', 'overloaded'],
]);

const BY_FASTIFY_CODE = new Map<string, Parameters<typeof refuse>[0]>([
  ['FST_ERR_CTP_BODY_TOO_LARGE', 'body-too-large'],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'media-type-unsupported'],
  ['FST_ERR_CTP_INVALID_JSON_BODY', 'json-malformed'],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', 'json-malformed'],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', 'request-invalid'],
]);
