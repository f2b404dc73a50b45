import { type Decided, decide } from './decision.ts';
import type { Facts } from './facts.ts';
import { type Json, type JsonObject, textOr } from './json.ts';
import { limitNews } from './limit-uses.ts';
import { byCode } from './numbers.ts';
import type { Emission } from './outcome-shape.ts';
import { play } from './play.ts';
import type { RuleSet } from './rules.ts';
import { openState } from './state.ts';
import type { World } from './world.ts';

const EVENTS_MAX = 200;
const DEPTH_MAX = 4;

/** What the norm says about a receipt or an event: the decision of chapter 12 as plain JSON. */
export function evaluateByTheBook(rules: RuleSet, facts: Facts, explain = true): Json {
  return withWorld(rules, facts, explain).decision;
}

/** The decision, and what stood behind it: near misses and tests look at that. */
export function withWorld(
  rules: RuleSet,
  facts: Facts,
  explain = true,
): { decision: Json; world: World } {
  const tree: Tree = { rules, explain, used: new Map(), reported: new Map() };
  const root = evaluateOne(tree, facts, '');
  const queue = eventsOf(root);
  let fired = 0;
  for (const { parent, data, trigger, no, place } of queue) {
    if (parent.world.facts.depth >= DEPTH_MAX || fired >= EVENTS_MAX) {
      parent.dropped.push(place);
      continue;
    }
    fired += 1;
    const { path } = parent.world;
    const { depth } = parent.world.facts;
    const event = { ...parent.world.facts, trigger, event: data, depth: depth + 1, lines: [] };
    const child = evaluateOne(tree, event, path === '' ? String(no) : `${path}.${no}`);
    parent.children.push(child);
    queue.push(...eventsOf(child));
  }
  return { decision: jsonOf(root), world: root.world };
}

type Tree = {
  readonly rules: RuleSet;
  readonly explain: boolean;
  /** Limits used by the whole tree of events; those of them that the writer is told of. */
  readonly used: Map<string, bigint>;
  readonly reported: Map<string, bigint>;
};

type Evaluated = {
  readonly world: World;
  readonly decided: Decided;
  /** Places of effects whose events were not carried out, once for each event. */
  readonly dropped: number[];
  readonly news: readonly Json[];
  readonly children: Evaluated[];
};

type Event = {
  readonly parent: Evaluated;
  readonly data: JsonObject;
  readonly trigger: string;
  readonly no: number;
  /** Which of the parent's effects fires it. */
  readonly place: number;
};

function evaluateOne(tree: Tree, facts: Facts, path: string): Evaluated {
  const world = openWorld(tree, facts, path);
  const decided = decide(world, play(world), tree.explain);
  return { world, decided, dropped: [], news: limitNews(world, tree.reported), children: [] };
}

function eventsOf(parent: Evaluated): Event[] {
  const all = parent.decided.emissions.flatMap((one, place) =>
    one.fires.map((data) => ({ data, place, trigger: textOr(one.record['event'], '') })),
  );
  return all.map((one, no) => ({ parent, no, ...one }));
}

function jsonOf(evaluated: Evaluated): Json {
  const { decided, news, children } = evaluated;
  const effects = decided.emissions.flatMap((one, place) => written(one, evaluated, place));
  return { ...decided.fields, effects: [...effects, ...news], children: children.map(jsonOf) };
}

/** An effect; in its place, or behind it, how many of its events were dropped. */
function written({ record, fires }: Emission, { dropped }: Evaluated, place: number): Json[] {
  const quantity = dropped.filter((one) => one === place).length;
  if (quantity === 0) return [record];
  const { promotionCode = '', phase = 0, event = '' } = record;
  const news = { effect: 'event-dropped', promotionCode, phase, event, quantity };
  return quantity === fires.length ? [news] : [record, news];
}

function openWorld({ rules, used }: Tree, facts: Facts, path: string): World {
  const live = rules.promotions.filter(
    (one) =>
      one.isOn &&
      (one.trigger ?? 'receipt') === facts.trigger &&
      (one.programmeCode === undefined || one.programmeCode === facts.programmeCode),
  );
  const settings = rules.settings ?? {};
  return {
    rules,
    settings,
    facts,
    path,
    live: live.toSorted((a, b) => byCode(a.code, b.code)),
    state: openState(facts, settings),
    taken: new Map(),
    played: [],
    gave: [],
    locks: [],
    blockedBy: new Map(),
    verdicts: new Map(),
    variables: new Map(),
    variablesThen: new Map(),
    debited: new Map(),
    redeemed: new Map(),
    used,
    usedOnLine: new Map(),
    searches: [],
    choices: [],
  };
}
