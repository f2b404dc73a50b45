import { type OpenBasket, openBasket } from './basket.ts';
import { closeDecision } from './close-decision.ts';
import type { CompiledRule } from './compile-rule.ts';
import { MET, type Missed } from './condition.ts';
import type { Decision, Reason } from './decision.ts';
import type { Facts } from './facts.ts';
import { notIdentified } from './member-reasons.ts';
import { redeem } from './redemption.ts';
import { hasBit, type RuleBits } from './rule-index.ts';
import type { CompiledRuleSet, RuleGroup, RulePhase } from './rule-set.ts';
import { type Played, playGroup } from './stacking.ts';

/** How to evaluate. `explain`: the decision carries a verdict on every live promotion, at some cost. */
export type EvaluateOptions = { readonly explain?: boolean };

/**
 * Decides what the promotions give to a receipt: prices, then paying with points, then earning. Pure:
 * the same rule set and facts always give the same decision, whatever the order of the promotions;
 * `explain` adds words and changes no amount.
 * @param facts line numbers unique, every quantity > 0, every amount ≥ 0; the receipt's sum ≤ 10¹³ kopecks
 */
export function evaluate(
  ruleSet: CompiledRuleSet,
  facts: Facts,
  options: EvaluateOptions = {},
): Decision {
  const basket = openBasket(facts);
  const run = startRun(ruleSet, basket, options.explain ?? false);
  for (const phase of ruleSet.pricing) playPhase(run, phase);
  const redemption = redeem(basket);
  for (const phase of ruleSet.earning) playPhase(run, phase);
  return closeDecision(ruleSet, { basket, redemption, played: run.played, misses: run.misses });
}

/** The state of one evaluation. */
type Run = {
  readonly ruleSet: CompiledRuleSet;
  readonly basket: OpenBasket;
  /** Rules worth checking; null = all of them, because their reasons are wanted. */
  readonly candidates: RuleBits | null;
  readonly played: Played[];
  /** Reasons of those that missed; null when nobody asked. */
  readonly misses: Map<CompiledRule, Reason> | null;
};

function startRun(ruleSet: CompiledRuleSet, basket: OpenBasket, isExplained: boolean): Run {
  return {
    ruleSet,
    basket,
    candidates: isExplained ? null : ruleSet.index.candidates(basket),
    played: [],
    misses: isExplained ? new Map() : null,
  };
}

/** Conditions of a whole phase are checked before any of its promotions changes a price. */
function playPhase(run: Run, phase: RulePhase): void {
  const met = phase.groups.map((group) => rulesMet(run, group));
  phase.groups.forEach((group, i) => {
    const rules = met[i] ?? [];
    if (rules.length > 0) run.played.push(...playGroup(group.policy, rules, run.basket));
  });
}

function rulesMet(run: Run, group: RuleGroup): readonly CompiledRule[] {
  const met: CompiledRule[] = [];
  for (let place = group.from; place < group.to; place += 1) {
    if (run.candidates !== null && !hasBit(run.candidates, place)) continue;
    const rule = run.ruleSet.rules[place];
    if (rule === undefined) continue;
    const missed = missOf(rule, run);
    if (missed === MET) met.push(rule);
    else run.misses?.set(rule, missed());
  }
  return met;
}

function missOf(rule: CompiledRule, { basket, candidates }: Run): Missed | null {
  if (rule.needsMember && basket.facts.member === null) return notIdentified;
  const check = candidates === null ? rule.check : rule.checkRest;
  return check(basket.facts, basket);
}
