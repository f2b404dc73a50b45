import { ENGLISH_BY_RUSSIAN } from './russian.ts';
import { type Place, ScenarioError } from './scenario-error.ts';

/** A word of a line; what stood in quotes is a name and never a keyword. */
export type Word = { readonly text: string; readonly isQuoted: boolean };

const WORD = /"([^"]*)"|«([^»]*)»|(#.*$)|([^\s"«#][^\s"«]*)|(\S)/gu;

/**
 * Splits a line into words. A comma that ends a word is only a pause; `#` opens a comment; Russian
 * keywords become English ones.
 * @throws ScenarioError at a quote that is never closed
 */
export function wordsOf(line: string, place: Place): readonly Word[] {
  const words: Word[] = [];
  for (const [, straight, angled, comment, bare, stray] of line.matchAll(WORD)) {
    const quoted = straight ?? angled;
    if (quoted !== undefined) words.push({ text: quoted, isQuoted: true });
    else if (bare !== undefined) pushBare(words, bare);
    else if (comment === undefined) {
      throw new ScenarioError(place, `expected a closing quote after ${stray ?? ''}`);
    }
  }
  return words;
}

function pushBare(words: Word[], bare: string): void {
  const text = bare.replace(/,+$/u, '');
  if (text !== '') words.push({ text: ENGLISH_BY_RUSSIAN[text] ?? text, isQuoted: false });
}

/** The words of one line, read from the left; every method says what it expected when it is not there. */
export type Reader = {
  readonly place: Place;
  readonly isDone: () => boolean;
  /** Takes the next word when it is this keyword. */
  readonly accept: (...keywords: readonly string[]) => string | undefined;
  readonly need: (...keywords: readonly string[]) => string;
  readonly name: (what: string) => string;
  readonly list: (what: string) => readonly string[];
  readonly match: (pattern: RegExp, what: string) => RegExpMatchArray;
  /** Takes the next word when it has this form. */
  readonly acceptMatch: (pattern: RegExp) => RegExpMatchArray | undefined;
  readonly end: () => void;
  readonly fail: (expected: string) => never;
};

export function readerOf(words: readonly Word[], place: Place): Reader {
  let next = 0;
  const fail = (expected: string): never => {
    const found = words[next];
    const seen = found === undefined ? 'the end of the line' : `"${found.text}"`;
    throw new ScenarioError(place, `expected ${expected}, found ${seen}`);
  };
  const accept = (...keywords: readonly string[]): string | undefined => {
    const word = words[next];
    if (word === undefined || word.isQuoted || !keywords.includes(word.text)) return undefined;
    next += 1;
    return word.text;
  };
  const name = (what: string): string => {
    const word = words[next] ?? fail(what);
    next += 1;
    return word.text;
  };
  const acceptMatch = (pattern: RegExp): RegExpMatchArray | undefined => {
    const word = words[next];
    const found = word === undefined || word.isQuoted ? null : word.text.match(pattern);
    if (found === null) return undefined;
    next += 1;
    return found;
  };
  return {
    place,
    fail,
    accept,
    acceptMatch,
    name,
    isDone: () => next >= words.length,
    need: (...keywords) => accept(...keywords) ?? fail(keywords.join(' | ')),
    list: (what) => name(what).split(','),
    match: (pattern, what) => acceptMatch(pattern) ?? fail(what),
    end: () => {
      if (next < words.length) fail('the end of the line');
    },
  };
}
