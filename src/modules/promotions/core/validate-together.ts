import type { Promotion } from './rule.ts';
import type { PromotionProblem } from './schema-problems.ts';

/**
 * Checks promotions of one rule set against each other: every code stands once, and all promotions of a
 * phase and a stacking group, the ones that are off too, name one policy.
 * @param promotions sound one by one
 * @returns          problems whose paths begin with the promotion's place in the list
 */
export function validateTogether(promotions: readonly Promotion[]): readonly PromotionProblem[] {
  const codes = new Set<string>();
  const policyByGroup = new Map<string, string>();
  const problems: PromotionProblem[] = [];
  promotions.forEach(({ code, phase, stacking }, i) => {
    if (codes.has(code)) problems.push({ path: `/${i}/code`, ...CODE_TAKEN });
    codes.add(code);
    const group = `${phase} ${stacking.group}`;
    const policy = policyByGroup.get(group) ?? stacking.policy;
    if (policy !== stacking.policy) problems.push(mixed(i, policy));
    policyByGroup.set(group, policy);
  });
  return problems;
}

const CODE_TAKEN = {
  code: 'code-taken',
  text: { ru: 'Код уже занят другой акцией.', en: 'Another promotion has this code.' },
};

function mixed(place: number, policy: string): PromotionProblem {
  const text = {
    ru: `В этой группе уже действует политика ${policy}.`,
    en: `This group already goes by the policy ${policy}.`,
  };
  return { path: `/${place}/stacking/policy`, code: 'group-policy-mixed', text };
}
