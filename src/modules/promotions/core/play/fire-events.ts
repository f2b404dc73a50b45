import type { CompiledRuleSet } from '../compile/rule-set.ts';
import type { Decision, EffectRecord } from '../decision.ts';
import type { Facts } from '../facts.ts';
import type { FiredEvent } from '../give/emission.ts';
import { decide } from './decide.ts';
import { type LimitBook, newLimitBook } from './limit-book.ts';
import { isCapped } from './play.ts';
import type { Work } from './work.ts';

const DEPTH_MAX = 4;
const EVENTS_MAX = 200;

/** An event that waits for its turn. */
type Waiting = { readonly facts: Facts; readonly path: string; readonly parent: Branch };

/** A decision of the tree, with the ones below it. */
type Branch = { readonly decision: Decision; readonly children: Branch[] };

/** A receipt and all that it fires. */
type Tree = {
  readonly ruleSet: CompiledRuleSet;
  readonly isExplained: boolean;
  readonly book: LimitBook;
  readonly waiting: Waiting[];
  fired: number;
};

/**
 * Decides a receipt, then the events that it fires, first in, first out, over the whole tree; see
 * docs/engine.md 15.2.
 */
export function decideTree(ruleSet: CompiledRuleSet, facts: Facts, isExplained: boolean): Decision {
  const book = newLimitBook();
  const root = decideOne({ ruleSet, isExplained, book }, facts, '');
  if (root.fired === null) return root.decision;
  const tree: Tree = { ruleSet, isExplained, book, waiting: [], fired: 0 };
  const top = branchOf(tree, root, { facts, path: '' });
  for (let next = tree.waiting.shift(); next !== undefined; next = tree.waiting.shift()) {
    next.parent.children.push(branchOf(tree, decideOne(tree, next.facts, next.path), next));
  }
  return joined(top);
}

type Deciding = Pick<Tree, 'ruleSet' | 'isExplained' | 'book'>;
type Fresh = { readonly decision: Decision; readonly fired: readonly Fired[] | null };

function decideOne(deciding: Deciding, facts: Facts, path: string): Fresh {
  const { ruleSet, isExplained, book } = deciding;
  const { decision, more: fired } = decide(
    { ruleSet, facts, path, book, isExplained, misses: null },
    firedBy,
  );
  return { decision, fired };
}

/** A decision in its place, the events that it fires in the queue. */
function branchOf(
  tree: Tree,
  { decision, fired }: Fresh,
  { facts, path }: { readonly facts: Facts; readonly path: string },
): Branch {
  if (fired === null) return { decision, children: [] };
  const dropped = new Map<EffectRecord, number>();
  const admitted: FiredEvent[] = [];
  for (const { record, fires } of fired) {
    for (const event of fires) {
      if (facts.depth >= DEPTH_MAX || tree.fired >= EVENTS_MAX) {
        dropped.set(record, (dropped.get(record) ?? 0) + 1);
      } else {
        tree.fired += 1;
        admitted.push(event);
      }
    }
  }
  const effects = decision.effects.flatMap((one) => withDropped(one, dropped, fired));
  const branch: Branch = { decision: { ...decision, effects }, children: [] };
  admitted.forEach((event, i) => {
    tree.waiting.push({
      facts: factsOf(facts, event),
      path: path === '' ? String(i) : `${path}.${i}`,
      parent: branch,
    });
  });
  return branch;
}

type Fired = { readonly record: EffectRecord; readonly fires: readonly FiredEvent[] };

/** What a decision fires, in the order of its effects; null = nothing. */
function firedBy({ plays }: Work): readonly Fired[] | null {
  let fired: Fired[] | null = null;
  for (let i = 0; i < plays.count; i += 1) {
    const play = plays.records[i];
    if (play === undefined || play.emissions.length === 0 || isCapped(play)) continue;
    for (const { record, fires } of play.emissions) {
      if (record === null || fires.length === 0) continue;
      fired ??= [];
      fired.push({ record, fires });
    }
  }
  return fired;
}

/** An effect, or in its place what says that its events were dropped; beside it, if only some were. */
function withDropped(
  effect: EffectRecord,
  dropped: ReadonlyMap<EffectRecord, number>,
  fired: readonly Fired[],
): readonly EffectRecord[] {
  const quantity = dropped.get(effect);
  if (quantity === undefined) return [effect];
  const { promotionCode, phase } = effect;
  const event = effect['event'];
  const notice = { effect: 'event-dropped', promotionCode, phase, event, quantity };
  const all = fired.find(({ record }) => record === effect)?.fires.length;
  return quantity === all ? [notice] : [effect, notice];
}

/** The same buyer and place, another event, no goods. */
function factsOf(facts: Facts, { trigger, data }: FiredEvent): Facts {
  return { ...facts, trigger, event: data, depth: facts.depth + 1, lines: [] };
}

function joined({ decision, children }: Branch): Decision {
  return { ...decision, children: children.map(joined) };
}
