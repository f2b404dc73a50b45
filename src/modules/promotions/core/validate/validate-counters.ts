import type { Promotion } from '../language/rule.ts';
import type { PromotionProblem } from './schema-problems.ts';

const KEPT: readonly unknown[] = [undefined, 'member', 'household', 'card'];

/** Checks that counters are changed for subjects that counters are kept for: members. */
export function counterProblems(promotions: readonly Promotion[]): readonly PromotionProblem[] {
  return promotions.flatMap(({ then }, i) =>
    then.flatMap(({ effect, params }, j) =>
      effect === 'change-counter' && !KEPT.includes(params['subject'])
        ? [{ path: `/${i}/then/${j}/params/subject`, ...NOT_KEPT }]
        : [],
    ),
  );
}

const NOT_KEPT = {
  code: 'counter-not-kept',
  text: {
    ru: 'Пока считаются только счётчики покупателей.',
    en: 'Only counters of members are kept so far.',
  },
};
