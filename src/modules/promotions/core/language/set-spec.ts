import type { Sight } from '../basket/view.ts';
import type { GoodsRef } from '../compile/goods-filter.ts';
import type { SearchGain } from '../deals/search-gain.ts';

/** What a set is made of. */
export type SetComponent = {
  readonly goods: GoodsRef;
  /** Units that each set takes. */
  readonly count: number;
  /** Effects work on them; otherwise they are needed and not affected. */
  readonly isTarget: boolean;
};

/** A promotion's sets, ready to be searched for; see docs/engine.md 6.3. */
export type SetSpec = {
  readonly components: readonly SetComponent[];
  readonly mix: 'any' | 'same' | 'different';
  readonly maxSets: number;
  readonly prefer: 'dearest' | 'cheapest';
  readonly gain: SearchGain;
};

/** A promotion that takes part in a search. */
export type SetWish = {
  readonly spec: SetSpec;
  readonly sight: Sight;
  /** At most so many sets, its own bound included. */
  readonly setsMax: number;
};
