import type { Statement } from './sql.ts';

// What is bound to a statement, as it travels. An array with a cast right after its placeholder, as in
// `${ids}::uuid[]`, goes in PostgreSQL's binary format: nothing to quote here, nothing to parse there.
// Everything else goes as text.

/** A parameter ready for the wire: bytes travel in binary format, a string as text. */
export type Parameter = Buffer | string | null;

/** Element types of a statement's parameters by place; undefined: no array, or none that is known here. */
export type Types = readonly (ElementType | undefined)[];

/** Types of statements that have a name, which stands for their text. */
const typesByName = new Map<string, Types>();

/** The values of a statement as the driver sends them. */
export function parametersOf(statement: Statement): Parameter[] {
  const types = typesOf(statement);
  return statement.values.map((value, place) => {
    if (!Array.isArray(value)) return scalar(value);
    const type = types[place];
    return (type && binaryArray(type, value)) ?? textArray(value);
  });
}

/** Element types of a statement's parameters. */
export function typesOf({ text, name }: Statement): Types {
  const known = name === undefined ? undefined : typesByName.get(name);
  if (known !== undefined) return known;
  const types = typesIn(text);
  if (name !== undefined) typesByName.set(name, types);
  return types;
}

function typesIn(text: string): Types {
  const types: (ElementType | undefined)[] = [];
  for (const [, place, type = ''] of text.matchAll(/\$(\d+)::([a-z0-9]+)\[\]/g)) {
    types[Number(place) - 1] = ELEMENTS[type];
  }
  return types;
}

/** A value that is no array. */
export function scalar(value: unknown): Parameter {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || Buffer.isBuffer(value)) return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return JSON.stringify(value);
}

/** An array as PostgreSQL writes it: for element types and values that have no binary form here. */
export function textArray(values: readonly unknown[]): string {
  const elements = values.map((value) => {
    if (Array.isArray(value)) return textArray(value);
    const one = scalar(value);
    if (one === null) return 'NULL';
    const text = typeof one === 'string' ? one : `\\x${one.toString('hex')}`;
    return `"${text.replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${elements.join(',')}}`;
}

/** How elements of a type are written. */
export type ElementType = {
  readonly oid: number;
  /** Bytes that an element takes at most. */
  readonly room: (value: unknown) => number;
  /** Writes the value at this place and gives the bytes taken; NOT_MINE when it has no binary form. */
  readonly put: (value: unknown, into: Buffer, at: number) => number;
};

const NOT_MINE = -1;
const NULL = -1;
const EMPTY_HEADER = 12;
const HEADER = 20;

/** Bytes that are being put together, up to `at`; they move when there is no room left for them. */
export type Draft = { bytes: Buffer; at: number };

export function openDraft(size: number): Draft {
  return { bytes: Buffer.allocUnsafe(size), at: 0 };
}

const own = openDraft(65_536);

/** Undefined: a value among them has no binary form, PostgreSQL shall judge its text. */
function binaryArray(type: ElementType, values: readonly unknown[]): Buffer | undefined {
  own.at = 0;
  return putArray(own, type, values) ? Buffer.from(own.bytes.subarray(0, own.at)) : undefined;
}

/**
 * Writes an array in PostgreSQL's binary format.
 * @returns false, and nothing written, when a value among them has no binary form
 */
export function putArray(draft: Draft, type: ElementType, values: readonly unknown[]): boolean {
  const { put, room } = type;
  const start = draft.at;
  let at = start + HEADER;
  let hasNull = 0;
  reserve(draft, HEADER);
  for (const value of values) {
    reserve(draft, at - start + 4 + room(value));
    if (value === null || value === undefined) {
      hasNull = 1;
      putInt32(NULL, draft.bytes, at);
      at += 4;
    } else {
      const length = put(value, draft.bytes, at + 4);
      if (length === NOT_MINE) return false;
      putInt32(length, draft.bytes, at);
      at += 4 + length;
    }
  }
  const { bytes } = draft;
  putInt32(values.length > 0 ? 1 : 0, bytes, start);
  putInt32(hasNull, bytes, start + 4);
  putInt32(type.oid, bytes, start + 8);
  putInt32(values.length, bytes, start + 12);
  putInt32(1, bytes, start + 16);
  draft.at = values.length === 0 ? start + EMPTY_HEADER : at;
  return true;
}

/** Makes sure that so many bytes more fit. */
export function reserve(draft: Draft, count: number): void {
  const size = draft.at + count;
  if (draft.bytes.length >= size) return;
  const larger = Buffer.allocUnsafe(2 * size);
  draft.bytes.copy(larger);
  draft.bytes = larger;
}

/** Four bytes, big-endian; by hand, since there are hundreds in a batch. */
export function putInt32(value: number, into: Buffer, at: number): void {
  into[at] = value >>> 24;
  into[at + 1] = value >>> 16;
  into[at + 2] = value >>> 8;
  into[at + 3] = value;
}

function putInt4(value: unknown, into: Buffer, at: number): number {
  if (typeof value !== 'number' || (value | 0) !== value) return NOT_MINE;
  putInt32(value, into, at);
  return 4;
}

function putInt8(value: unknown, into: Buffer, at: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return NOT_MINE;
  putInt32(Math.floor(value / 2 ** 32), into, at);
  putInt32(value >>> 0, into, at + 4);
  return 8;
}

function putBoolean(value: unknown, into: Buffer, at: number): number {
  if (typeof value !== 'boolean') return NOT_MINE;
  into[at] = value ? 1 : 0;
  return 1;
}

/** Longer texts are worth a call of the runtime's own writer. */
const SHORT = 48;

function putText(value: unknown, into: Buffer, at: number): number {
  if (typeof value !== 'string') return NOT_MINE;
  if (value.length > SHORT) return into.write(value, at);
  for (let place = 0; place < value.length; place += 1) {
    const code = value.charCodeAt(place);
    if (code > 127) return into.write(value, at);
    into[at + place] = code;
  }
  return value.length;
}

/** Bytes, or their digits as `\\x…`. */
function putBytes(value: unknown, into: Buffer, at: number): number {
  if (Buffer.isBuffer(value)) {
    into.set(value, at);
    return value.length;
  }
  if (typeof value !== 'string' || value.length % 2 === 1 || !value.startsWith('\\x'))
    return NOT_MINE;
  for (let place = 2; place < value.length; place += 2) {
    const high = DIGITS[value.charCodeAt(place)] ?? -1;
    const low = DIGITS[value.charCodeAt(place + 1)] ?? -1;
    if (high < 0 || low < 0) return NOT_MINE;
    into[at + (place >> 1) - 1] = high * 16 + low;
  }
  return (value.length >> 1) - 1;
}

const UUID_LENGTH = 36;
const DASH = 45;
/** The value of a hexadecimal digit by its character code; -1 for what is none. */
const DIGITS = Int8Array.from({ length: 128 }, (_, code) =>
  '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase()),
);

function putUuid(value: unknown, into: Buffer, at: number): number {
  if (typeof value !== 'string' || value.length !== UUID_LENGTH) return NOT_MINE;
  let byte = at;
  for (let place = 0; place < UUID_LENGTH; place += 2) {
    if (place === 8 || place === 13 || place === 18 || place === 23) {
      if (value.charCodeAt(place) !== DASH) return NOT_MINE;
      place += 1;
    }
    const high = DIGITS[value.charCodeAt(place)] ?? -1;
    const low = DIGITS[value.charCodeAt(place + 1)] ?? -1;
    if (high < 0 || low < 0) return NOT_MINE;
    into[byte] = high * 16 + low;
    byte += 1;
  }
  return 16;
}

/** What formatInstant gives; anything finer than milliseconds goes as text. */
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** PostgreSQL counts microseconds from the first moment of 2000. */
const EPOCH_MS = Date.UTC(2000, 0, 1);

/** A moment: epoch milliseconds, or the text of formatInstant. */
function putMoment(value: unknown, into: Buffer, at: number): number {
  const ms = typeof value === 'string' && UTC.test(value) ? Date.parse(value) : value;
  if (typeof ms !== 'number' || !Number.isSafeInteger(ms)) return NOT_MINE;
  const micros = (ms - EPOCH_MS) * 1000;
  if (Number.isSafeInteger(micros)) return putInt8(micros, into, at);
  return into.writeBigInt64BE(BigInt(ms - EPOCH_MS) * 1000n, at) - at;
}

const SIXTEEN = () => 16;
/** A UTF-16 unit becomes up to three bytes. */
const roomForText = (value: unknown) => (typeof value === 'string' ? 3 * value.length : 0);
const roomForBytes = (value: unknown) =>
  typeof value === 'string' || Buffer.isBuffer(value) ? value.length : 0;

const INT4 = { oid: 23, room: SIXTEEN, put: putInt4 };
const INT8 = { oid: 20, room: SIXTEEN, put: putInt8 };

const ELEMENTS: Readonly<Record<string, ElementType>> = {
  int: INT4,
  int4: INT4,
  bigint: INT8,
  int8: INT8,
  boolean: { oid: 16, room: SIXTEEN, put: putBoolean },
  text: { oid: 25, room: roomForText, put: putText },
  uuid: { oid: 2950, room: SIXTEEN, put: putUuid },
  bytea: { oid: 17, room: roomForBytes, put: putBytes },
  timestamptz: { oid: 1184, room: SIXTEEN, put: putMoment },
};
