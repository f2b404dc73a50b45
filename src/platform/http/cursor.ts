import { refusals } from '#shared/refusal.ts';

const refuse = refusals({
  /** The cursor was not given out by this list. */
  'bad-cursor': {
    status: 400,
    text: { ru: 'Курсор не из этого списка.', en: 'The cursor is not of this list.' },
    remedy: { ru: 'Начните список сначала.', en: 'Start the list from its beginning.' },
  },
});

/** What a part of the key must be: text of a pattern, a safe integer ≥ 0, epoch milliseconds up to the year 9999. */
type CursorPart = RegExp | 'integer' | 'moment';

const MOMENT_MAX = 253_402_300_799_999;

/** Where a page ended, as opaque text: the sort key of its last row. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The sort key back from the text; undefined for the first page.
 * @param patterns one per part
 * @throws Refusal bad-cursor
 */
export function decodeCursor(
  text: string | undefined,
  patterns: readonly CursorPart[],
): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const key = parse(text);
  const fits =
    Array.isArray(key) &&
    key.length === patterns.length &&
    patterns.every((pattern, place) => isFit(key[place], pattern));
  if (!fits) throw refuse('bad-cursor', { path: '/cursor' });
  return key.map(String);
}

function isFit(part: unknown, pattern: CursorPart): boolean {
  if (pattern === 'integer' || pattern === 'moment') {
    const max = pattern === 'integer' ? Number.MAX_SAFE_INTEGER : MOMENT_MAX;
    return typeof part === 'number' && Number.isInteger(part) && part >= 0 && part <= max;
  }
  return typeof part === 'string' && pattern.test(part);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
