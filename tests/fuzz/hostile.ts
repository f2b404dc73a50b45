import { type Json, raw } from './json.ts';

/** Values that were trouble to somebody's server, by what they are called in the report. */
export const HOSTILE: Readonly<Record<string, () => Json>> = {
  null: () => null,
  true: () => true,
  'empty array': () => [],
  'empty object': () => ({}),
  'empty text': () => '',
  zero: () => 0,
  'minus zero': () => raw('-0'),
  'minus one': () => -1,
  'minus a lot': () => -9_007_199_254_740_991,
  'a half': () => 1.5,
  '1e309': () => raw('1e309'),
  '-1e309': () => raw('-1e309'),
  '2^53 + 1': () => raw('9007199254740993'),
  '2^63': () => raw('9223372036854775808'),
  'thirty digits': () => raw('123456789012345678901234567890'),
  '1e21': () => raw('1e21'),
  '1e-400': () => raw('1e-400'),
  'bigint as text': () => '9007199254740993',
  'number as text': () => '1000',
  'NUL byte': () => 'a\u0000b',
  'NUL byte alone': () => '\u0000',
  'lone high surrogate': () => 'x\ud800',
  'lone low surrogate': () => '\udc00x',
  'right to left': () => '\u202eкитсигол\u202c',
  'decomposed text': () => 'чек\u0438\u0306'.normalize('NFD'),
  'zero width': () => '27\u200b00',
  'full-width digits': () => '２７００００００',
  'line feeds': () => 'a\r\nX-Sig: 0\r\n\r\n',
  emoji: () => '🧾'.repeat(80),
  '64 KB text': () => 'Ж'.repeat(32_000),
  'SQL in text': () => `x'); drop table receipts.receipt; --`,
  'pattern in text': () => '${7*7}{{7*7}}%s%n',
  'path in text': () => '../../../../etc/passwd',
  'nested arrays': () => nested(40),
  'nested thousands deep': () => nested(4000),
  'nested objects': () => nestedObject(40),
  'proto inside': () => JSON.parse('{"__proto__": {"isAdmin": true}}'),
  'constructor inside': () => ({ constructor: { prototype: { isAdmin: true } } }),
};

/** Moments that are not, or hardly are. */
export const MOMENTS: readonly string[] = [
  '0000-00-00T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+23:59',
  '9999-12-31T23:59:59Z',
  '9999-12-31T23:59:59-23:59',
  '+275760-09-13T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '2016-12-31T23:59:60Z',
  '2026-02-30T10:00:00Z',
  '2025-02-29T10:00:00Z',
  '2026-13-01T10:00:00Z',
  '2026-04-31T10:00:00+03:00',
  '2026-03-02T24:00:00Z',
  '2026-03-02T25:61:61Z',
  '2026-03-02T10:00:00',
  '2026-03-02 10:00:00Z',
  '2026-03-02t10:00:00z',
  '2026-03-02T10:00:00+25:00',
  '2026-03-02T10:00:00.1234567890123Z',
  '1582-10-10T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '2099-01-01T00:00:00Z',
  '2026-W10-1T10:00:00Z',
  '2026-03-02T10:00:00[Europe/Moscow]',
  '1772445600000',
];

/** Days for fields that hold one. */
export const DAYS: readonly string[] = [
  '0000-00-00',
  '0000-01-01',
  '2026-02-30',
  '2025-02-29',
  '9999-12-31',
  '1899-12-31',
  '2999-01-01',
  '2000-13-01',
  '20000101',
  '01.01.2000',
];

function nested(depth: number): Json {
  let value: Json = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

function nestedObject(depth: number): Json {
  let value: Json = 1;
  for (let level = 0; level < depth; level += 1) value = { a: value };
  return value;
}
