import type { Statement } from './sql.ts';

// What is bound to a statement, as it travels. An array with a cast right after its placeholder, as in
// `${ids}::uuid[]`, goes in PostgreSQL's binary format: nothing to quote here, nothing to parse there.
// Everything else goes as text.

/** A parameter ready for the wire: bytes travel in binary format, a string as text. */
export type Parameter = Buffer | string | null;

/** Element types of a statement's parameters by place; undefined: no array, or none that is known here. */
type Types = readonly (ElementType | undefined)[];

/** Types of statements that have a name, which stands for their text. */
const typesByName = new Map<string, Types>();

/** The values of a statement as the driver sends them. */
export function parametersOf({ text, name, values }: Statement): Parameter[] {
  let types = name === undefined ? undefined : typesByName.get(name);
  if (types === undefined) {
    types = typesIn(text);
    if (name !== undefined) typesByName.set(name, types);
  }
  const known = types;
  return values.map((value, place) => {
    if (!Array.isArray(value)) return scalar(value);
    const type = known[place];
    return (type && binaryArray(type, value)) ?? textArray(value);
  });
}

function typesIn(text: string): Types {
  const types: (ElementType | undefined)[] = [];
  for (const [, place, type = ''] of text.matchAll(/\$(\d+)::([a-z0-9]+)\[\]/g)) {
    types[Number(place) - 1] = ELEMENTS[type];
  }
  return types;
}

function scalar(value: unknown): Parameter {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || Buffer.isBuffer(value)) return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return JSON.stringify(value);
}

/** An array as PostgreSQL writes it: for element types and values that have no binary form here. */
function textArray(values: readonly unknown[]): string {
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
type ElementType = {
  readonly oid: number;
  /** Writes the value at this place and gives the bytes taken; NOT_MINE when it has no binary form. */
  readonly put: (value: unknown, into: Buffer, at: number) => number;
};

const NOT_MINE = -1;
const NULL = -1;
const EMPTY_HEADER = 12;
const HEADER = 20;

/** Arrays are put together here and copied out; it grows to the longest that was ever sent. */
let draft = Buffer.allocUnsafe(65_536);

/** Undefined: a value among them has no binary form, PostgreSQL shall judge its text. */
function binaryArray({ oid, put }: ElementType, values: readonly unknown[]): Buffer | undefined {
  let at = HEADER;
  let hasNull = false;
  for (const value of values) {
    reserve(at + 4 + roomFor(value));
    let length = NULL;
    if (value === null || value === undefined) hasNull = true;
    else {
      length = put(value, draft, at + 4);
      if (length === NOT_MINE) return undefined;
    }
    draft.writeInt32BE(length, at);
    at += 4 + Math.max(length, 0);
  }
  const dimensions = values.length > 0 ? 1 : 0;
  draft.writeInt32BE(dimensions, 0);
  draft.writeInt32BE(hasNull ? 1 : 0, 4);
  draft.writeInt32BE(oid, 8);
  draft.writeInt32BE(values.length, 12);
  draft.writeInt32BE(1, 16);
  return Buffer.from(draft.subarray(0, dimensions === 0 ? EMPTY_HEADER : at));
}

/** Bytes that an element takes at most: a UTF-16 unit becomes up to three. */
function roomFor(value: unknown): number {
  if (typeof value === 'string') return 3 * value.length + 16;
  return Buffer.isBuffer(value) ? value.length : 16;
}

function reserve(size: number): void {
  if (draft.length >= size) return;
  const larger = Buffer.allocUnsafe(2 * size);
  draft.copy(larger);
  draft = larger;
}

function putInt4(value: unknown, into: Buffer, at: number): number {
  if (typeof value !== 'number' || (value | 0) !== value) return NOT_MINE;
  into.writeInt32BE(value, at);
  return 4;
}

function putInt8(value: unknown, into: Buffer, at: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return NOT_MINE;
  into.writeInt32BE(Math.floor(value / 2 ** 32), at);
  into.writeUInt32BE(value >>> 0, at + 4);
  return 8;
}

function putBoolean(value: unknown, into: Buffer, at: number): number {
  if (typeof value !== 'boolean') return NOT_MINE;
  return into.writeUInt8(value ? 1 : 0, at) - at;
}

function putText(value: unknown, into: Buffer, at: number): number {
  return typeof value === 'string' ? into.write(value, at) : NOT_MINE;
}

function putBytes(value: unknown, into: Buffer, at: number): number {
  return Buffer.isBuffer(value) ? value.copy(into, at) : NOT_MINE;
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

const INT4 = { oid: 23, put: putInt4 };
const INT8 = { oid: 20, put: putInt8 };

const ELEMENTS: Readonly<Record<string, ElementType>> = {
  int: INT4,
  int4: INT4,
  bigint: INT8,
  int8: INT8,
  boolean: { oid: 16, put: putBoolean },
  text: { oid: 25, put: putText },
  uuid: { oid: 2950, put: putUuid },
  bytea: { oid: 17, put: putBytes },
  timestamptz: { oid: 1184, put: putMoment },
};
