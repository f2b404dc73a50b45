import { Check } from 'typebox/value';
import type { Random } from '../../db/seed/random.ts';
import { mutateBytes } from './byte-mutations.ts';
import type { Operation, Schema } from './document.ts';
import { CONFIRM, goodRequest, type Sale } from './good-requests.ts';
import { textOf } from './json.ts';
import { mutateShape } from './shape-mutations.ts';

/** One malformed request, ready to be signed and sent. */
export type Attempt = {
  readonly path: string;
  /** What was done to it, for the report. */
  readonly how: string;
  readonly bytes: Buffer;
  readonly sale: Sale;
  readonly headers: Readonly<Record<string, string>>;
  /** An operation id used before. */
  readonly opId: string | undefined;
  /** Whether the served document itself says that this body cannot be taken. */
  readonly mustBeRefused: boolean;
};

/**
 * Draws a malformed request for one of the document's till routes.
 * Three in a hundred are about headers, two are a megabyte; neither gets as far as the body.
 */
export function drawAttempt(
  operations: readonly Operation[],
  sales: readonly Sale[],
  random: Random,
): Attempt {
  const operation = random.pick(operations);
  const sale = random.pick(sales);
  const { path } = operation;
  const schema = operation.body ?? {};
  const base = { path, sale, headers: {}, opId: undefined };
  const good = goodRequest(path, sale, random);
  const draw = random.weighted([60, 30, 5, 3, 2]);
  if (draw === 0) {
    const { how, body } = mutateShape(good, schema, random);
    return judged({ ...base, how: `value: ${how}`, bytes: Buffer.from(textOf(body)) }, schema);
  }
  if (draw === 1) {
    const { how, bytes } = mutateBytes(textOf(good), random);
    return judged({ ...base, how: `bytes: ${how}`, bytes }, schema);
  }
  if (draw === 2) {
    const { bytes } = mutateBytes(sale.body, random);
    const replay = { ...base, path: CONFIRM, opId: sale.opId, bytes };
    const mustBeRefused = !bytes.equals(Buffer.from(sale.body));
    return { ...replay, how: 'a stored operation with other bytes', mustBeRefused };
  }
  if (draw === 3) {
    const [how, headers] = random.pick(Object.entries(WRONG_HEADERS));
    return {
      ...base,
      how: `header: ${how}`,
      headers,
      bytes: Buffer.from(textOf(good)),
      mustBeRefused: true,
    };
  }
  const fat = JSON.stringify({ name: 'Ж'.repeat(524_288) });
  return { ...base, how: 'a text of 1 MB', bytes: Buffer.from(fat), mustBeRefused: true };
}

const WRONG_HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'content type text': { 'content-type': 'text/plain' },
  'content type of forms': { 'content-type': 'application/x-www-form-urlencoded' },
  'content type multipart': { 'content-type': 'multipart/form-data; boundary=x' },
  'content type xml': { 'content-type': 'application/xml' },
  'content type nonsense': { 'content-type': ';;;' },
  'content encoding gzip': { 'content-encoding': 'gzip', 'content-type': 'application/gzip' },
};

/** The second opinion: another validator than the server's reads the served schema. */
function judged(attempt: Omit<Attempt, 'mustBeRefused'>, schema: Schema): Attempt {
  return { ...attempt, mustBeRefused: !isAllowed(attempt.bytes, schema) };
}

function isAllowed(bytes: Buffer, schema: Schema): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    // What no text may hold, however deep it lies.
    const said = JSON.stringify(value);
    if (said.includes('\\u0000') || /\\ud[89a-f]/i.test(said)) return false;
    return Check(schema, value);
  } catch {
    return false;
  }
}
