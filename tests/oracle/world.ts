import type { FactLine, Facts } from './facts.ts';
import type { Outcome, Search } from './outcome-shape.ts';
import type { Domain, Promotion, RuleSet, Settings } from './rules.ts';
import type { Field, Slice, State } from './state.ts';

/** Everything that one evaluation knows while it plays. */
export type World = {
  readonly rules: RuleSet;
  readonly settings: Settings;
  readonly facts: Facts;
  /** What a sub-event appends to the seeds of draws. */
  readonly path: string;
  /** Promotions of this trigger and programme, by code. */
  readonly live: readonly Promotion[];
  readonly state: State;
  /** D[promotion][line]: what each has taken off, after cuts. */
  readonly taken: Map<string, Map<number, bigint>>;
  /** Applied promotions in order of play. */
  readonly played: Played[];
  /** Lines on which promotions of a domain gave; lines that exclusive ones hold. */
  readonly gave: Mark[];
  readonly locks: Mark[];
  readonly blockedBy: Map<string, string>;
  readonly verdicts: Map<string, Verdict>;
  readonly variables: Map<string, bigint>;
  /** The variables as they stood when the phase began. */
  variablesThen: ReadonlyMap<string, bigint>;
  readonly debited: Map<string, bigint>;
  readonly redeemed: Map<string, bigint>;
  /** Limits used by applied promotions of the whole tree of events; of single lines. */
  readonly used: Map<string, bigint>;
  readonly usedOnLine: Map<string, bigint>;
  readonly searches: Search[];
  readonly choices: { promotionCode: string; group: string; worthKopecks: bigint }[];
};

export type Played = { readonly promotion: Promotion; readonly outcome: Outcome; isCut: boolean };

export type Mark = { readonly code: string; readonly domain: Domain; readonly lineNo: number };

export type Miss = {
  readonly leaf: number;
  readonly unit: string | null;
  readonly distance: bigint | null;
  /** Missed items at the top level of `when`. */
  readonly missedItems: number;
};

export type Verdict =
  | { readonly is: 'ruled-out'; readonly by: 'place' | 'time' | 'audience' | 'goods' }
  | { readonly is: 'missed'; readonly miss: Miss }
  | { readonly is: 'blocked' | 'outbid'; readonly by: string }
  | { readonly is: 'requires'; readonly code: string }
  | { readonly is: 'limited'; readonly limit: number }
  | { readonly is: 'no-effect'; readonly why: 0 | 1 | 2 }
  | { readonly is: 'applied' };

/** Units of a slice: the targets first, the companions next. */
export type Pick = {
  readonly slice: Slice;
  /** Leading units that another promotion of the same plan has (6.3); else 0. */
  readonly skip: number;
  readonly targets: number;
  readonly companions: number;
};

/** How a selector is run. */
export type Terms = {
  /** What units are compared by: B or P. */
  readonly field: Field;
  /** What limits in sets leave; null = they say nothing. */
  readonly setsMax: number | null;
};

export type Selection = {
  /** In unit order, only slices of which something is picked. */
  readonly picks: readonly Pick[];
  /** Number of sets, or of groups of N+M; 1 for other selectors. */
  readonly sets: number;
  /** What `above-threshold` leaves out of the bases. */
  readonly threshold: bigint;
  readonly search: Search | null;
};

/** Where a Value is worked out. */
export type Reader = {
  readonly world: World;
  readonly promotion: Promotion;
  readonly selection: Selection | null;
  readonly line: FactLine | null;
};
