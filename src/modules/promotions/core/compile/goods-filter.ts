import type { BasketLine } from '../facts.ts';

/** Names of which a line must have any. Lists may be empty. */
export type GoodsNames = {
  readonly groupCodes: readonly string[];
  readonly skus: readonly string[];
  readonly brandCodes: readonly string[];
  readonly supplierCodes: readonly string[];
};

/**
 * A goods filter ready for the index: a line is in when it has any of the names (or stands on the
 * personal list), and passes the rest.
 */
export type GoodsFilter = {
  /** null = no names: all goods, unless there is a personal list. */
  readonly names: GoodsNames | null;
  /** Code of the member's list whose SKUs count as names too; null = none. */
  readonly personalListCode: string | null;
  /** Everything else a line must pass; null = nothing. */
  readonly rest: ((line: BasketLine) => boolean) | null;
};

/** A filter that a rule set's index knows: its number, and that of its list of names (−1 = no names). */
export type GoodsRef = {
  readonly id: number;
  readonly naming: number;
  readonly filter: GoodsFilter;
};

/** Lines in order of `lineNo`: the first `count` of `places` are places in `basket.lines`. */
export type LineList = { readonly count: number; readonly places: Int32Array };
