import type { Basket } from '../basket/basket.ts';
import type { CompiledLimit } from '../compile/compile-limits.ts';
import { ownFact } from '../facts.ts';

/**
 * How much of each limit a decision and its sub-events have used so far. Only keys that may be asked
 * for again are written down, see sharedKeysOf.
 */
export type LimitBook = {
  /** By key; null = nothing yet. */
  used: Map<string, number> | null;
  /** By key, then by line. */
  usedByLine: Map<string, Float64Array> | null;
};

/** No room is as good as endless. */
export const ENDLESS = Number.MAX_SAFE_INTEGER;

/** A book in which nothing is written. */
export function newLimitBook(): LimitBook {
  return { used: null, usedByLine: null };
}

/** How much of a limit is left; without a subject nothing binds but a limit of 0. */
export function roomOf(book: LimitBook, limit: CompiledLimit, { facts }: Basket): number {
  if (limit.isOfMember && facts.member === null && limit.max > 0) return ENDLESS;
  const before = limit.isOfReceipt ? 0 : (ownFact(facts.limitUsed, limit.key) ?? 0);
  return Math.max(0, limit.max - before - usedHere(book, limit.key));
}

/** What the decisions of the tree have used of a limit so far. */
export function usedHere({ used }: LimitBook, key: string): number {
  return used === null ? 0 : (used.get(key) ?? 0);
}

/** How much of a limit of lines is left on one of them. */
export function roomOnLine(
  { usedByLine }: LimitBook,
  { key, max }: CompiledLimit,
  line: number,
): number {
  return Math.max(0, max - (usedByLine?.get(key)?.[line] ?? 0));
}

/** Writes a use down. */
export function countUse(book: LimitBook, key: string, amount: number): void {
  book.used ??= new Map();
  book.used.set(key, (book.used.get(key) ?? 0) + amount);
}

/** Writes a use on one line down. */
export function countUseOnLine(
  book: LimitBook,
  key: string,
  use: { readonly line: number; readonly amount: number; readonly lines: number },
): void {
  book.usedByLine ??= new Map();
  const used = book.usedByLine.get(key) ?? new Float64Array(use.lines);
  used[use.line] = (used[use.line] ?? 0) + use.amount;
  book.usedByLine.set(key, used);
}
