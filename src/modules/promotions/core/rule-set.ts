import { assert, present } from '#shared/assert.ts';
import { type CompiledRule, compileRule } from './compile-rule.ts';
import { REDEMPTION_PHASE } from './phases.ts';
import type { Policy, Promotion } from './rule.ts';
import { buildIndex, type RuleIndex } from './rule-index.ts';

/** Promotions of one phase that compete or add up: places [from, to) in the rule list. */
export type RuleGroup = { readonly policy: Policy; readonly from: number; readonly to: number };

/** One phase: its groups in the order in which they play. */
export type RulePhase = { readonly number: number; readonly groups: readonly RuleGroup[] };

/** A version of the promotions, ready to evaluate. */
export type CompiledRuleSet = {
  readonly version: number;
  /** All promotions of the version, those that are off too, by code. */
  readonly promotions: readonly Promotion[];
  /** Live rules in evaluation order. */
  readonly rules: readonly CompiledRule[];
  /** Phases up to redemption, and those after it. */
  readonly pricing: readonly RulePhase[];
  readonly earning: readonly RulePhase[];
  readonly index: RuleIndex;
};

/**
 * Compiles a version of the promotions; the order in which they are given does not matter.
 * @param version    ≥ 0
 * @param promotions valid one by one and together (see validatePromotion, validateTogether; asserted)
 */
export function compileRuleSet(version: number, promotions: readonly Promotion[]): CompiledRuleSet {
  assert(Number.isSafeInteger(version) && version >= 0, `bad rule set version ${version}`);
  const sorted = [...promotions].sort((a, b) => byText(a.code, b.code));
  assert(
    sorted.every((promotion, i) => promotion.code !== sorted[i - 1]?.code),
    'a promotion code stands twice',
  );
  const live = sorted.filter((promotion) => promotion.isOn).map(compileRule);
  const bundles = bundled(live);
  const phases = layOut(bundles);
  const rules = bundles.flat();
  return {
    version,
    promotions: sorted,
    rules,
    pricing: phases.filter((phase) => phase.number <= REDEMPTION_PHASE),
    earning: phases.filter((phase) => phase.number > REDEMPTION_PHASE),
    index: buildIndex(rules),
  };
}

/** Live rules grouped by phase and stacking group, everything in playing order. */
function bundled(rules: readonly CompiledRule[]): readonly (readonly CompiledRule[])[] {
  const bundles = new Map<string, CompiledRule[]>();
  for (const rule of rules) {
    const key = `${rule.promotion.phase} ${rule.promotion.stacking.group}`;
    const members = bundles.get(key) ?? [];
    members.push(rule);
    bundles.set(key, members);
  }
  for (const members of bundles.values()) members.sort(byPriority);
  return [...bundles.values()].sort(byTurn);
}

function layOut(bundles: readonly (readonly CompiledRule[])[]): readonly RulePhase[] {
  const phases: { number: number; groups: RuleGroup[] }[] = [];
  let from = 0;
  for (const members of bundles) {
    const { phase, stacking } = first(members).promotion;
    assert(
      members.every((rule) => rule.promotion.stacking.policy === stacking.policy),
      `group ${stacking.group} of phase ${phase} has two policies`,
    );
    if (phases.at(-1)?.number !== phase) phases.push({ number: phase, groups: [] });
    phases.at(-1)?.groups.push({ policy: stacking.policy, from, to: from + members.length });
    from += members.length;
  }
  return phases;
}

/** Groups play by phase; the late ones last; then by their highest priority, then by name. */
function byTurn(a: readonly CompiledRule[], b: readonly CompiledRule[]): number {
  const [x, y] = [first(a), first(b)];
  return (
    x.promotion.phase - y.promotion.phase ||
    Number(isLate(a)) - Number(isLate(b)) ||
    y.priority - x.priority ||
    byText(x.promotion.stacking.group, y.promotion.stacking.group)
  );
}

function byPriority(a: CompiledRule, b: CompiledRule): number {
  return b.priority - a.priority || byText(a.code, b.code);
}

function isLate(members: readonly CompiledRule[]): boolean {
  return members.some((rule) => rule.isLate);
}

function first(members: readonly CompiledRule[]): CompiledRule {
  return present(members[0], 'member of a stacking group');
}

// By code unit, not by locale: every machine must sort alike.
function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
