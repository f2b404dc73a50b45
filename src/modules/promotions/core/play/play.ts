import type { FoundDeal } from '../basket/view.ts';
import type { Rule } from '../compile/ranked-rule.ts';
import type { Emission } from '../give/emission.ts';
import type { Lifetime } from '../language/lifetime.ts';

/** Points that an applied promotion gave, or took (negative, on no line). */
export type GivenPoints = {
  currencyCode: string;
  points: number;
  lifetime: Lifetime;
  /** One place per line, or more. */
  byLine: Float64Array;
};

/**
 * A promotion that has applied: the record from which caps cut and the decision is written. Records are
 * used again for the next receipt.
 */
export type Play = {
  rule: Rule;
  /** Money off by line, cuts taken back. */
  byLine: Float64Array;
  /** Its sum. */
  discount: number;
  /** It had a discount, so 0 means that all of it was cut. */
  hadDiscount: boolean;
  points: readonly GivenPoints[];
  emissions: readonly Emission[];
  /** What each of its limits counts, as it applied. */
  limitAmounts: number[];
  /** A limit of its own took something away; a cap did. */
  isLimited: boolean;
  isCut: boolean;
  search: PlayedDeal | null;
};

/** The search behind an applied plan, and for which promotions it was. */
export type PlayedDeal = FoundDeal & { readonly promotionCodes: readonly string[] };

/** Records of what has applied: the first `count`, in order of play, and the points that they gave. */
export type PlayBook = {
  readonly records: Play[];
  count: number;
  readonly given: GivenPoints[];
  givenCount: number;
};

/** An empty book. */
export function newPlayBook(): PlayBook {
  return { records: [], count: 0, given: [], givenCount: 0 };
}

/** Wipes a book; its records are used again. */
export function clearPlays(book: PlayBook): void {
  book.count = 0;
  book.givenCount = 0;
}

/** Whether caps have taken back all that it gave. */
export function isCapped(play: Play): boolean {
  return play.hadDiscount && play.discount === 0;
}

/** The next record, empty, for a receipt of so many lines. */
export function openPlay(book: PlayBook, rule: Rule, lines: number): Play {
  const known = book.records[book.count];
  book.count += 1;
  if (known === undefined) {
    const byLine = new Float64Array(Math.max(16, lines));
    const fresh = { ...NOTHING_GIVEN, rule, byLine, limitAmounts: [] };
    book.records[book.count - 1] = fresh;
    return fresh;
  }
  known.rule = rule;
  known.discount = 0;
  known.hadDiscount = false;
  known.points = NO_POINTS;
  known.emissions = NO_EMISSIONS;
  if (known.limitAmounts.length > 0) known.limitAmounts.length = 0;
  known.isLimited = false;
  known.isCut = false;
  known.search = null;
  if (known.byLine.length < lines) known.byLine = new Float64Array(lines * 2);
  else for (let line = 0; line < lines; line += 1) known.byLine[line] = 0;
  return known;
}

/** The next record of points, for a receipt of so many lines: nothing has fallen on any of them yet. */
export function openGiven(
  book: PlayBook,
  { currencyCode, points, lifetime }: Omit<GivenPoints, 'byLine'>,
  lines: number,
): GivenPoints {
  const known = book.given[book.givenCount];
  book.givenCount += 1;
  if (known === undefined || known.byLine.length < lines) {
    const byLine = new Float64Array(Math.max(16, lines * 2));
    const fresh = { currencyCode, points, lifetime, byLine };
    book.given[book.givenCount - 1] = fresh;
    return fresh;
  }
  known.currencyCode = currencyCode;
  known.points = points;
  known.lifetime = lifetime;
  for (let line = 0; line < lines; line += 1) known.byLine[line] = 0;
  return known;
}

const NO_POINTS: readonly GivenPoints[] = [];
const NO_EMISSIONS: readonly Emission[] = [];

const NOTHING_GIVEN = {
  discount: 0,
  hadDiscount: false,
  points: NO_POINTS,
  emissions: NO_EMISSIONS,
  isLimited: false,
  isCut: false,
  search: null,
} as const satisfies Omit<Play, 'rule' | 'byLine' | 'limitAmounts'>;

/** What has applied from a place on. */
export function playsFrom({ records, count }: PlayBook, from: number): readonly Play[] {
  return records.slice(from, count);
}
