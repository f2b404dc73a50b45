import type { Need } from '../facts.ts';
import type { Aggregate } from '../history/aggregate.ts';
import { conditionOf } from '../language/registry.ts';
import type { Promotion } from '../language/rule.ts';
import type { Settings } from '../language/settings.ts';
import { priorityOf } from '../language/stacking-shape.ts';
import { type AudienceIndex, buildAudienceIndex } from './audience-index.ts';
import { allBits, type Bits, noBits, setBit } from './bits.ts';
import { type CompiledRule, compileRule } from './compile-rule.ts';
import { buildFactsIndex, type FactsIndex } from './facts-index.ts';
import type { GoodsPlan } from './goods-matcher.ts';
import { newGoodsRegistry } from './goods-registry.ts';
import { type Group, groupsOf } from './group.ts';
import type { Rule } from './ranked-rule.ts';
import { STEPS } from './steps.ts';

/** One step of a decision: ranks from … to − 1, and the groups that they make; a prelude has none. */
export type Step = {
  readonly from: number;
  readonly to: number;
  readonly groups: readonly Group[];
};

/** The live promotions of one trigger and one programme, indexed. */
export type Deck = {
  readonly settings: Settings;
  /** By number, and numbers by code. */
  readonly rules: readonly Rule[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** Numbers in order of play. */
  readonly numberAt: Int32Array;
  /** Place in the order of play, by number. */
  readonly rankOf: Int32Array;
  /** By number of the step, see STEP. */
  readonly steps: readonly Step[];
  /** All of them, and those that only members have. */
  readonly live: Bits;
  /** A list of as many words as its bits have, all 0, to be copied. */
  readonly noWords: readonly number[];
  readonly forMembers: Bits;
  /** By place in the order of play: those with conditions that the index does not answer. */
  readonly checked: Bits;
  readonly facts: FactsIndex;
  readonly audience: AudienceIndex;
  readonly goods: GoodsPlan;
};

/** What a deck is made from. */
export type DeckSource = {
  /** Live ones, by code. */
  readonly promotions: readonly Promotion[];
  readonly settings: Settings;
  readonly aggregates: ReadonlyMap<string, Aggregate>;
  /** Keys of limits that several promotions of the rule set share. */
  readonly sharedKeys: ReadonlySet<string>;
};

/** Compiles and indexes promotions. */
export function buildDeck({ promotions, settings, aggregates, sharedKeys }: DeckSource): Deck {
  const registry = newGoodsRegistry();
  const compiler = { settings, aggregates, sharedKeys, goods: registry.refOf };
  const compiled = promotions.map((promotion) => compileRule(promotion, compiler));
  const order = compiled.map((_, number) => number).sort((a, b) => byPlay(compiled, a, b));
  const rules = linked(compiled, order);
  const inOrder = order.flatMap((number) => rules[number] ?? []);
  const demanded = rules.map((rule) => rule.demanded);
  const forMembers = noBits(rules.length);
  const checked = noBits(rules.length);
  for (const { isForMembers, number, demanded: own, rank } of rules) {
    if (isForMembers) setBit(forMembers, number);
    if (own.rest.length > 0) setBit(checked, rank);
  }
  return {
    settings,
    rules,
    numberOf: new Map(rules.map((rule) => [rule.code, rule.number])),
    numberAt: Int32Array.from(order),
    rankOf: Int32Array.from(rules, (rule) => rule.rank),
    steps: Array.from({ length: STEPS }, (_, step) => stepAt(inOrder, step, settings)),
    live: allBits(rules.length),
    noWords: Array.from(noBits(rules.length)),
    forMembers,
    checked,
    facts: buildFactsIndex(demanded, {
      edges: demanded.flatMap(({ edges }) => edges),
      readsTerminal: compiled.some((rule) => looksAt(rule, 'terminal')),
      readsCalendar: compiled.some((rule) => looksAt(rule, 'calendar')),
    }),
    audience: buildAudienceIndex(demanded),
    goods: registry.planOf(demanded.map(({ goods }) => goods)),
  };
}

/** Steps, then turns and groups (preludes: phases), then priorities, then codes. */
function byPlay(rules: readonly CompiledRule[], a: number, b: number): number {
  const [x, y] = [rules[a], rules[b]];
  if (x === undefined || y === undefined) return a - b;
  const [p, q] = [x.promotion.stacking, y.promotion.stacking];
  if (x.step !== y.step) return x.step - y.step;
  const byPriority = priorityOf(y.promotion) - priorityOf(x.promotion);
  if (x.isExclusiveOfAll) return x.ownStep - y.ownStep || byPriority || a - b;
  const byTurn = (q.turn ?? 0) - (p.turn ?? 0);
  return byTurn || byText(p.group, q.group) || byPriority || a - b;
}

// By code unit, not by locale: every machine must sort alike.
function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function linked(compiled: readonly CompiledRule[], order: readonly number[]): Rule[] {
  const numberOf = new Map(compiled.map((rule, number) => [rule.code, number]));
  const blocks = compiled.map(() => new Set<number>());
  compiled.forEach(({ promotion }, number) => {
    for (const code of promotion.stacking.blocks ?? []) {
      const other = numberOf.get(code);
      if (other !== undefined) blocks[number]?.add(other);
    }
    for (const code of promotion.stacking.blockedBy ?? []) {
      blocks[numberOf.get(code) ?? -1]?.add(number);
    }
  });
  const rankOf = new Map(order.map((number, rank) => [number, rank]));
  const isWatched = compiled.some(
    ({ marksLocked, promotion }) =>
      marksLocked !== 0 || promotion.select?.selector === 'except-used',
  );
  return compiled.map((rule, number) => ({
    ...rule,
    number,
    rank: rankOf.get(number) ?? 0,
    isWatched,
    blocks: [...(blocks[number] ?? [])],
    requires: (rule.promotion.stacking.requires ?? []).map((code) => numberOf.get(code) ?? -1),
  }));
}

function stepAt(inOrder: readonly Rule[], step: number, settings: Settings): Step {
  const from = inOrder.findIndex((rule) => rule.step === step);
  if (from < 0) return { from: 0, to: 0, groups: [] };
  const own = inOrder.filter((rule) => rule.step === step);
  const groups = own.some((rule) => rule.isExclusiveOfAll) ? [] : groupsOf(own, settings);
  return { from, to: from + own.length, groups };
}

function looksAt({ leaves }: CompiledRule, need: Need): boolean {
  return leaves.some(({ condition, params }) =>
    conditionOf(condition).needs(params).includes(need),
  );
}
