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

function parseTimestamp(text: string): Instant {
  const iso = text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00');
  return instant(Date.parse(iso));
}

function parseArray(text: string): string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',');
}
