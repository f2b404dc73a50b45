import { assert, present } from '#shared/assert.ts';
import type { Facts, Need } from '../facts.ts';
import type { Aggregate } from '../history/aggregate.ts';
import type { CounterDefinition } from '../language/counter-shape.ts';
import type { Promotion } from '../language/rule.ts';
import { DEFAULT_SETTINGS, type Settings } from '../language/settings.ts';
import { sharedKeysOf } from './compile-limits.ts';
import { buildDeck, type Deck } from './deck.ts';
import { needsOf } from './needs.ts';

/** A version of the promotions, ready to evaluate. */
export type CompiledRuleSet = {
  readonly version: number;
  /** All promotions of the version, those that are off too, by code. */
  readonly promotions: readonly Promotion[];
  readonly settings: Settings;
  /** Declared queries about a member's history, by key. */
  readonly aggregates: ReadonlyMap<string, Aggregate>;
  /** Counters by code; one that nobody declared is the member's and never begins anew. */
  readonly counters: ReadonlyMap<string, CounterDefinition>;
  /** What its live promotions look at. */
  readonly needs: ReadonlySet<Need>;
  /** Decks by trigger and programme; made when they are first asked for, always the same. */
  readonly decks: Map<string, Deck>;
  /** Programmes that some promotion names. */
  readonly programmes: ReadonlySet<string>;
  /** Keys of limits that several promotions share. */
  readonly sharedKeys: ReadonlySet<string>;
};

/** What a rule set holds besides its promotions; absent = the defaults, and no queries. */
export type Programme = {
  readonly settings?: Partial<Settings>;
  readonly aggregates?: readonly Aggregate[];
  readonly counters?: readonly CounterDefinition[];
};

/**
 * Compiles a version of the promotions; the order in which they are given does not matter.
 * @param version    ≥ 0
 * @param promotions valid one by one and together (see validatePromotion, validateTogether; asserted)
 */
export function compileRuleSet(
  version: number,
  promotions: readonly Promotion[],
  { settings = {}, aggregates = [], counters = [] }: Programme = {},
): CompiledRuleSet {
  assert(Number.isSafeInteger(version) && version >= 0, `bad rule set version ${version}`);
  const sorted = [...promotions].sort((a, b) => byText(a.code, b.code));
  assert(
    sorted.every((promotion, i) => promotion.code !== sorted[i - 1]?.code),
    'a promotion code stands twice',
  );
  const live = sorted.filter((promotion) => promotion.isOn);
  const ruleSet: CompiledRuleSet = {
    version,
    promotions: sorted,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    aggregates: new Map(aggregates.map((one) => [one.key, one])),
    counters: new Map(counters.map((one) => [one.code, one])),
    needs: needsOf(live),
    decks: new Map(),
    sharedKeys: sharedKeysOf(live),
    programmes: new Set(live.flatMap(({ programmeCode }) => programmeCode ?? [])),
  };
  // What tills ask for is ready before the first of them asks.
  for (const programme of [undefined, ...ruleSet.programmes]) {
    deckFor(ruleSet, { trigger: 'receipt', programme });
  }
  for (const { trigger = 'receipt' } of live) deckFor(ruleSet, { trigger, programme: undefined });
  return ruleSet;
}

/** The live promotions for a receipt or an event: of its trigger, and of its programme or of any. */
export function deckOf(ruleSet: CompiledRuleSet, facts: Facts): Deck {
  const { trigger, programmeCode } = facts;
  const programme = ruleSet.programmes.has(programmeCode) ? programmeCode : undefined;
  return deckFor(ruleSet, { trigger, programme });
}

type DeckOf = { readonly trigger: string; readonly programme: string | undefined };

function deckFor(ruleSet: CompiledRuleSet, of: DeckOf): Deck {
  const key = of.programme === undefined ? of.trigger : `${of.trigger} ${of.programme}`;
  const known = ruleSet.decks.get(key);
  if (known !== undefined) return known;
  const { settings, aggregates, sharedKeys } = ruleSet;
  const promotions = ruleSet.promotions.filter((promotion) => isLive(promotion, of));
  ruleSet.decks.set(key, buildDeck({ promotions, settings, aggregates, sharedKeys }));
  return present(ruleSet.decks.get(key), 'deck that was just built');
}

function isLive(promotion: Promotion, { trigger, programme }: DeckOf): boolean {
  const { isOn, trigger: own = 'receipt', programmeCode } = promotion;
  return isOn && own === trigger && (programmeCode ?? programme) === programme;
}

// By code unit, not by locale: every machine must sort alike.
function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
