import type { Expr, Promotion } from '#modules/promotions/core/index.ts';
import type { ConditionPart, Part, RuleStep } from './steps.ts';

/** What a scenario's names are called in the house, where every scenario has codes of its own. */
export type Names = {
  readonly store: (name: string) => string;
  readonly goods: (name: string) => string;
  readonly group: (name: string) => string;
};

/**
 * Turns a rule of a scenario into a promotion as marketers save it. A rule that names no group stands in
 * one of its own, so it gets on with every other.
 */
export function compileRule(rule: RuleStep, code: string, names: Names): Promotion {
  const { policy, priority, isExclusive, selector } = rule;
  return {
    code,
    title: { ru: rule.title, en: rule.title },
    phase: rule.phase,
    isOn: true,
    when: rule.conditions.map((condition) => exprOf(condition, names)),
    ...(selector === null
      ? {}
      : { select: { selector: selector.code, params: paramsOf(selector, names) } }),
    then: rule.effects.map((effect) => ({
      effect: effect.code,
      params: { ...effect.params, ...modeOf(effect, policy) },
    })),
    stacking: {
      group: rule.group === null ? code : names.group(rule.group),
      policy,
      priority,
      // Rules in groups of their own play in the order of their priorities.
      ...(rule.group === null && priority > 0 ? { turn: Math.min(priority, 1000) } : {}),
      ...(isExclusive ? { exclusive: 'group' as const } : {}),
    },
    ...limitsOf(rule.limits),
  };
}

/** In a chain each multiplier takes what the one before left; elsewhere all count from what was earned. */
function modeOf({ code }: Part, policy: RuleStep['policy']) {
  return code === 'multiply-points' && policy === 'chain' ? { mode: 'multiply' } : {};
}

function limitsOf({ receiptKopecksMax, receiptPointsMax }: RuleStep['limits']) {
  const perReceipt = (unit: 'kopecks' | 'points', max: number | undefined) =>
    max === undefined
      ? []
      : [{ code: unit, unit, subject: 'receipt' as const, period: 'receipt' as const, max }];
  const limits = [
    ...perReceipt('kopecks', receiptKopecksMax),
    ...perReceipt('points', receiptPointsMax),
  ];
  return limits.length === 0 ? {} : { limits };
}

function exprOf(condition: ConditionPart, names: Names): Expr {
  const use = { condition: condition.code, params: paramsOf(condition, names) };
  return condition.isNot ? { not: use } : use;
}

function paramsOf(part: Part, names: Names): Record<string, unknown> {
  const nameOf: Readonly<Record<string, (name: string) => string>> = {
    storeCodes: names.store,
    skus: names.goods,
    exceptSkus: names.goods,
    groupCodes: names.goods,
    exceptGroupCodes: names.goods,
  };
  const entries = Object.entries(part.params).map(([field, value]) => {
    const translate = nameOf[field];
    if (translate === undefined || !Array.isArray(value)) return [field, value] as const;
    return [field, value.map((name) => translate(String(name)))] as const;
  });
  return Object.fromEntries(entries);
}
