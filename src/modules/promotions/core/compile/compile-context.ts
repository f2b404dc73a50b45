import type { SearchGain } from '../deals/search-gain.ts';
import type { Aggregate } from '../history/aggregate.ts';
import type { Promotion } from '../language/rule.ts';
import type { Settings } from '../language/settings.ts';
import type { GoodsFilter, GoodsRef } from './goods-filter.ts';
import type { OwnSelector } from './own-selection.ts';

/** What a part of a promotion may learn and ask for while the rule set is compiled, once. */
export type CompileContext = {
  readonly promotion: Promotion;
  readonly settings: Settings;
  /** Registers a filter with the index; ask for its lines with `matching(ref, basket)`. */
  readonly goods: (filter: GoodsFilter) => GoodsRef;
  /** The promotion's own selector, for conditions and values on "what it selects". */
  readonly ownSelector: () => OwnSelector;
  /** What a unit brings in a search for sets: the first effect says. */
  readonly searchGain: () => SearchGain;
  /** A declared query. @throws Error when the rule set declares none of that key */
  readonly aggregateOf: (key: string) => Aggregate;
  /** Number of the next draw of this promotion, 0, 1 …, in the order of asking (= written order). */
  readonly nextDraw: () => number;
};
