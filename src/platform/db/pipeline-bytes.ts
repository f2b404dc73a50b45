import {
  openDraft,
  putArray,
  putInt32,
  reserve,
  scalar,
  textArray,
  typesOf,
} from './parameters.ts';
import type { Statement } from './sql.ts';

// What a writer sends, put together in one piece: the driver would make a message of each part and copy it
// twice. Formats: https://www.postgresql.org/docs/current/protocol-message-formats.html

const draft = openDraft(262_144);

/**
 * The bytes that run the statements one after another, with one Sync at the end.
 * @param isPrepared whether the connection knows the statement of this name
 */
export function pipelineBytes(
  statements: readonly Statement[],
  isPrepared: (name: string) => boolean,
): Buffer {
  draft.at = 0;
  const named = new Set<string>();
  for (const statement of statements) {
    const { name = '' } = statement;
    if (name === '' || !(isPrepared(name) || named.has(name))) {
      putPreparation(name, statement.text);
      named.add(name);
    }
    putBind(name, statement);
    putExecute();
  }
  endMessage(beginMessage('S'));
  return Buffer.from(draft.bytes.subarray(0, draft.at));
}

function putPreparation(name: string, text: string): void {
  // After a failure nobody knows whether the name is taken; to close what is not there is no error.
  if (name !== '') putNamed('C', name);
  const parse = beginMessage('P');
  putString(name);
  putString(text);
  putInt16(0);
  endMessage(parse);
  putNamed('D', name);
}

function putNamed(letter: string, name: string): void {
  const start = beginMessage(letter);
  putString(`S${name}`);
  endMessage(start);
}

const TEXT = 0;
const BINARY = 1;
/** Bytes of an int16 and of an int32. */
const [SHORT, LONG] = [2, 4];

function putBind(name: string, statement: Statement): void {
  const { values } = statement;
  const types = typesOf(statement);
  const start = beginMessage('B');
  putString('');
  putString(name);
  putInt16(values.length);
  let format = draft.at + SHORT - 1;
  for (const _value of values) putInt16(TEXT);
  putInt16(values.length);
  let place = 0;
  for (const value of values) {
    if (putValue(value, types[place])) draft.bytes[format] = BINARY;
    format += SHORT;
    place += 1;
  }
  putInt16(0);
  endMessage(start);
}

/** A value with its length before it; gives whether it stands in binary format. */
function putValue(value: unknown, type: ReturnType<typeof typesOf>[number]): boolean {
  if (type !== undefined && Array.isArray(value)) {
    reserve(draft, LONG);
    const start = draft.at;
    draft.at += LONG;
    if (putArray(draft, type, value)) {
      putInt32(draft.at - start - LONG, draft.bytes, start);
      return true;
    }
    draft.at = start;
  }
  return putPlain(Array.isArray(value) ? textArray(value) : scalar(value));
}

function putPlain(value: Buffer | string | null): boolean {
  const length = value === null ? -1 : Buffer.byteLength(value);
  reserve(draft, LONG + Math.max(length, 0));
  putInt32(length, draft.bytes, draft.at);
  draft.at += LONG;
  if (value === null) return false;
  if (typeof value === 'string') draft.bytes.write(value, draft.at);
  else draft.bytes.set(value, draft.at);
  draft.at += length;
  return typeof value !== 'string';
}

function putExecute(): void {
  const start = beginMessage('E');
  putString('');
  reserve(draft, LONG);
  putInt32(0, draft.bytes, draft.at);
  draft.at += LONG;
  endMessage(start);
}

/** Puts the letter of a message and leaves room for its length; gives where that is. */
function beginMessage(letter: string): number {
  reserve(draft, 1 + LONG);
  draft.bytes[draft.at] = letter.charCodeAt(0);
  draft.at += 1 + LONG;
  return draft.at - LONG;
}

function endMessage(start: number): void {
  putInt32(draft.at - start, draft.bytes, start);
}

function putString(text: string): void {
  const length = Buffer.byteLength(text);
  reserve(draft, length + 1);
  draft.bytes.write(text, draft.at);
  draft.bytes[draft.at + length] = 0;
  draft.at += length + 1;
}

function putInt16(value: number): void {
  reserve(draft, SHORT);
  draft.bytes[draft.at] = value >> 8;
  draft.bytes[draft.at + 1] = value;
  draft.at += SHORT;
}
