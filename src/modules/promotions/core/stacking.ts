import type { OpenBasket } from './basket.ts';
import type { CompiledRule } from './compile-rule.ts';
import { applyOutcome, type Given, type Nothing, type Outcome, outcomeOf } from './outcome.ts';
import type { Policy } from './rule.ts';

/** What became of a rule whose conditions were met. */
export type Played =
  | { readonly rule: CompiledRule; readonly given: Given }
  | { readonly rule: CompiledRule; readonly nothing: Nothing }
  | { readonly rule: CompiledRule; readonly outbidBy: CompiledRule };

/**
 * Lets the rules of one stacking group play by its policy and writes what they give into the basket.
 * The only place that decides who wins. An exclusive rule that gives anything plays alone; before it
 * come only exclusive rules of a higher turn that give nothing.
 * @param rules those whose conditions are met, by priority, then by code; at least one
 * @returns     one answer per rule, in the same order
 */
export function playGroup(
  policy: Policy,
  rules: readonly CompiledRule[],
  basket: OpenBasket,
): readonly Played[] {
  const exclusive = rules.find(
    (rule) => rule.isExclusive && typeof outcomeOf(rule, basket) !== 'string',
  );
  if (exclusive !== undefined) return playAlone(exclusive, rules, basket);
  return PLAY_BY_POLICY[policy](rules, basket);
}

type Play = (rules: readonly CompiledRule[], basket: OpenBasket) => readonly Played[];

const PLAY_BY_POLICY: Readonly<Record<Policy, Play>> = {
  sum: (rules, basket) => {
    // All are worked out before any is applied: each counts from the group's first prices.
    const tried = rules.map((rule) => outcomeOf(rule, basket));
    return rules.map((rule, i) => settle(rule, tried[i] ?? 'nothing-to-give', basket));
  },

  chain: (rules, basket) => rules.map((rule) => settle(rule, outcomeOf(rule, basket), basket)),

  'best-for-buyer': (rules, basket) => {
    const tried = rules.map((rule) => outcomeOf(rule, basket));
    let best = -1;
    tried.forEach((outcome, i) => {
      // A tie stays with the one that comes first.
      if (gainOf(outcome) > gainOf(tried[best])) best = i;
    });
    const winner = rules[best];
    return rules.map((rule, i) => {
      const outcome = tried[i] ?? 'nothing-to-give';
      if (winner === undefined || winner === rule || typeof outcome === 'string') {
        return settle(rule, outcome, basket);
      }
      return { rule, outbidBy: winner };
    });
  },

  'first-by-priority': (rules, basket) => {
    let winner: CompiledRule | undefined;
    return rules.map((rule) => {
      if (winner !== undefined) return { rule, outbidBy: winner };
      const played = settle(rule, outcomeOf(rule, basket), basket);
      if ('given' in played) winner = rule;
      return played;
    });
  },
};

function playAlone(
  winner: CompiledRule,
  rules: readonly CompiledRule[],
  basket: OpenBasket,
): readonly Played[] {
  return rules.map((rule) =>
    rule === winner ? settle(rule, outcomeOf(rule, basket), basket) : { rule, outbidBy: winner },
  );
}

function settle(rule: CompiledRule, tried: Outcome | Nothing, basket: OpenBasket): Played {
  const applied = typeof tried === 'string' ? tried : applyOutcome(tried, basket);
  return typeof applied === 'string' ? { rule, nothing: applied } : { rule, given: applied };
}

function gainOf(outcome: Outcome | Nothing | undefined): number {
  return outcome === undefined || typeof outcome === 'string' ? -1 : outcome.gain;
}
