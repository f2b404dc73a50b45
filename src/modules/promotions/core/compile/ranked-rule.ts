import type { CompiledRule } from './compile-rule.ts';

/** A live promotion among its neighbours. */
export type Rule = CompiledRule & {
  /** Its place by code: the number that verdicts use. */
  readonly number: number;
  /** Its place in the order of play. */
  readonly rank: number;
  /** Somebody looks at which units were used or on which lines something was given. */
  readonly isWatched: boolean;
  /** Numbers of promotions that it switches off. */
  readonly blocks: readonly number[];
  /** Numbers of promotions that must have applied; −1 = one that is not live. */
  readonly requires: readonly number[];
};
