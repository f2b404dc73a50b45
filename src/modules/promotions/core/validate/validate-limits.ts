import type { Limit, LimitUnit } from '../language/limit-shape.ts';
import type { PromotionProblem } from './schema-problems.ts';

/** Selectors that know sets. */
const WITH_SETS: readonly string[] = ['sets', 'n-plus-m'];
/** Units that can be counted on each line apart. */
const BY_LINE: readonly LimitUnit[] = ['kopecks', 'milli', 'units'];

/** Checks the limits of a promotion against each other and against what it selects. */
export function limitsProblems(
  limits: readonly Limit[] | undefined,
  selector: string,
): readonly PromotionProblem[] {
  return (limits ?? []).flatMap((limit, i) => {
    const isKnown = (limits ?? []).slice(0, i).some(({ code }) => code === limit.code);
    return [
      ...(isKnown ? [{ path: `/limits/${i}/code`, ...CODE_TWICE }] : []),
      ...(limit.unit === 'sets' && !WITH_SETS.includes(selector)
        ? [{ path: `/limits/${i}/unit`, ...NO_SETS }]
        : []),
      ...(limit.subject === 'line' && !BY_LINE.includes(limit.unit)
        ? [{ path: `/limits/${i}/unit`, ...NOT_BY_LINE }]
        : []),
    ];
  });
}

const CODE_TWICE = {
  code: 'limit-code-twice',
  text: { ru: 'Код лимита повторяется.', en: 'The code of the limit stands twice.' },
};
const NO_SETS = {
  code: 'limit-needs-sets',
  text: { ru: 'Наборы считают только у наборов и N+M.', en: 'Only sets and N+M have sets.' },
};
const NOT_BY_LINE = {
  code: 'limit-not-by-line',
  text: {
    ru: 'На строку ограничивают деньги и количество.',
    en: 'Per line only money and quantity are limited.',
  },
};
