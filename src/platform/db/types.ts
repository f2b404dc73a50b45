import pg from 'pg';
import { type Instant, instant } from '#shared/time.ts';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;

/** Row values as the product knows them: int8 a safe number, date a string, timestamptz an Instant. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: string) {
    if (format !== 'binary') {
      const parser = PARSERS.get(oid);
      if (parser !== undefined) return parser;
    }
    return pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text');
  },
};

const PARSERS = new Map<number, (text: string) => unknown>([
  [INT8, parseInt8],
  [DATE, (text) => text],
  [TIMESTAMPTZ, parseTimestamp],
  [INT8_ARRAY, (text) => parseArray(text).map(parseInt8)],
  [DATE_ARRAY, parseArray],
]);

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`a bigint beyond 2^53: ${text}`);
  return value;
}

/** Text such as `2026-02-03 04:05:06.789+00`. A batch reads hundreds, and Date.parse takes thrice as long. */
function parseTimestamp(text: string): Instant {
  const year = digits(text, 0, 4);
  if (!text.endsWith('+00') || text[4] !== '-' || year < 100) return parseOddTimestamp(text);
  const seconds = Date.UTC(
    year,
    digits(text, 5, 2) - 1,
    digits(text, 8, 2),
    digits(text, 11, 2),
    digits(text, 14, 2),
    digits(text, 17, 2),
  );
  return instant(seconds + (text[19] === '.' ? milliseconds(text) : 0));
}

/** Another zone, or a year far away. */
function parseOddTimestamp(text: string): Instant {
  const iso = text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00');
  return instant(Date.parse(iso));
}

/** The fraction, which PostgreSQL writes without trailing zeros, cut to milliseconds. */
function milliseconds(text: string): number {
  const count = Math.min(text.length - '+00'.length - 20, 3);
  return digits(text, 20, count) * 10 ** (3 - count);
}

function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let place = from; place < from + count; place += 1) {
    value = value * 10 + text.charCodeAt(place) - ZERO;
  }
  return value;
}

const ZERO = '0'.charCodeAt(0);

function parseArray(text: string): string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',');
}
