import type { Random } from '../../db/seed/random.ts';

/** Bytes made wrong, and by what. */
export type BrokenBytes = { readonly how: string; readonly bytes: Buffer };

/** Breaks the text of a good request below the level of JSON values. */
export function mutateBytes(text: string, random: Random): BrokenBytes {
  const how = random.pick(Object.keys(BREAKS));
  return { how, bytes: BREAKS[how]?.(text, random) ?? Buffer.from(text) };
}

const BREAKS: Readonly<Record<string, (text: string, random: Random) => Buffer>> = {
  'cut off': (text, random) => Buffer.from(text).subarray(0, random.int(Buffer.byteLength(text))),
  'empty body': () => Buffer.alloc(0),
  'spaces only': () => Buffer.from('  \r\n'),
  'bit flipped': (text, random) => flipBit(Buffer.from(text), random),
  'three bits flipped': (text, random) =>
    flipBit(flipBit(flipBit(Buffer.from(text), random), random), random),
  'byte 0xff': (text, random) => put(text, Buffer.of(0xff), random),
  'overlong UTF-8': (text, random) => put(text, Buffer.of(0xc0, 0xaf), random),
  'surrogate in UTF-8': (text, random) => put(text, Buffer.of(0xed, 0xa0, 0x80), random),
  'byte zero': (text, random) => put(text, Buffer.of(0), random),
  'byte order mark': (text) => Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), Buffer.from(text)]),
  'UTF-16': (text) => Buffer.from(text, 'utf16le'),
  'trailing text': (text) => Buffer.from(`${text}garbage`),
  'two bodies': (text) => Buffer.from(`${text}${text}`),
  comment: (text) => Buffer.from(text.replace('{', '{/* x */')),
  'single quotes': (text) => Buffer.from(text.replaceAll('"', "'")),
  'trailing comma': (text) => Buffer.from(text.replace(/}$/, ',}')),
  NaN: (text) => Buffer.from(text.replace(/:\d+/, ':NaN')),
  Infinity: (text) => Buffer.from(text.replace(/:\d+/, ':-Infinity')),
  hexadecimal: (text) => Buffer.from(text.replace(/:\d+/, ':0x10')),
  'leading zero': (text) => Buffer.from(text.replace(/:(\d+)/, ':0$1')),
  'integer as float': (text) => Buffer.from(text.replaceAll(/:(\d+)(?=[,}])/g, ':$1.0')),
  'integer with exponent': (text) => Buffer.from(text.replace(/:(\d+)000(?=[,}])/, ':$1e3')),
  'key twice': (text, random) => Buffer.from(doubledKey(text, random)),
  'key twice, the second of another kind': (text) => Buffer.from(text.replace(/}$/, ',"lines":1}')),
  'proto at the top': (text) => Buffer.from(text.replace('{', '{"__proto__":{"isAdmin":true},')),
  'array around': (text) => Buffer.from(`[${text}]`),
  'text around': (text) => Buffer.from(JSON.stringify(text)),
  null: () => Buffer.from('null'),
  'a number': () => Buffer.from('1e5'),
  'a hundred thousand brackets': () => Buffer.from('['.repeat(100_000)),
  'deep and closed': () => Buffer.from('['.repeat(50_000) + ']'.repeat(50_000)),
  'deep objects': () => Buffer.from('{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000)),
  form: () => Buffer.from('occurredAt=now&lines=1'),
  gzip: () => Buffer.from('1f8b0800000000000003abae050043bfa6a302000000', 'hex'),
};

function flipBit(bytes: Buffer, random: Random): Buffer {
  const flipped = Buffer.from(bytes);
  const place = random.int(bytes.length);
  flipped[place] = (flipped[place] ?? 0) ^ (1 << random.int(8));
  return flipped;
}

function put(text: string, what: Buffer, random: Random): Buffer {
  const bytes = Buffer.from(text);
  const place = random.int(bytes.length);
  return Buffer.concat([bytes.subarray(0, place), what, bytes.subarray(place)]);
}

/** Repeats one `"key":value` of plain values right behind itself, with another value. */
function doubledKey(text: string, random: Random): string {
  const pairs = [...text.matchAll(/"\w+":(\d+|"[^"]*")/g)];
  const pair = pairs[random.int(Math.max(1, pairs.length))];
  if (pair === undefined) return text;
  const [whole] = pair;
  const end = pair.index + whole.length;
  return `${text.slice(0, end)},${whole}${text.slice(end)}`;
}
