import type { CompiledRuleSet } from './compile/rule-set.ts';
import type { Decision } from './decision.ts';
import type { Facts } from './facts.ts';
import { decideTree } from './play/fire-events.ts';

/** How to evaluate. `explain`: the decision carries a verdict on every live promotion, at some cost. */
export type EvaluateOptions = { readonly explain?: boolean };

/**
 * Decides what the promotions give to a receipt or an event: prices, then paying with points, then
 * earning, then what the events that it fires come to. Pure: the same rule set and facts always give the
 * same decision, whatever the order of promotions and lines; `explain` adds verdicts and changes no amount.
 * @param facts a receipt that is not refused (see receiptProblem)
 */
export function evaluate(
  ruleSet: CompiledRuleSet,
  facts: Facts,
  options: EvaluateOptions = {},
): Decision {
  return decideTree(ruleSet, facts, options.explain ?? false);
}
