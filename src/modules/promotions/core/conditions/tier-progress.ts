import { Type } from 'typebox';
import { openBoundsProblems, UNBOUNDED } from '../basket/bounds.ts';
import { pointsWords } from '../describe/words.ts';
import { ownFact } from '../facts.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { balanceParam, CLOSED, codeParam } from '../language/params.ts';
import { MAIN_TIERS } from '../people/tier-of.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

/** How far the member has come towards the next tier of a group is within bounds. */
export const tierProgress = defineCondition({
  code: 'tier-progress',
  title: {
    ru: 'ход уровня[ {tierGroup}][ от {minPoints}][ до {maxPoints}]',
    en: 'progress of the tier[ {tierGroup}][ {minPoints} or more][ up to {maxPoints}]',
  },
  params: Type.Object(
    {
      tierGroup: Type.Optional(codeParam({ ru: 'Группа уровней', en: 'Tier group' }, 'tier-group')),
      minPoints: Type.Optional(balanceParam({ ru: 'Не меньше', en: 'At least' })),
      maxPoints: Type.Optional(balanceParam({ ru: 'Не больше', en: 'At most' })),
    },
    CLOSED,
  ),
  class: 'state',
  unit: 'points',
  needs: ({ tierGroup = MAIN_TIERS }) => [`tier-progress:${tierGroup}`],
  prepare: ({ tierGroup = MAIN_TIERS, minPoints = -UNBOUNDED, maxPoints = UNBOUNDED }) => ({
    tierGroup,
    min: minPoints,
    max: maxPoints,
  }),
  check: ({ tierGroup, min, max }, { member }) => {
    if (member === null) return FAR;
    const progress = ownFact(member.tierProgress, tierGroup) ?? 0;
    if (progress < min) return min - progress;
    return progress <= max ? MET : FAR;
  },
  why: (_params, { facts, distance }) => {
    if (facts.member === null) return NOT_IDENTIFIED;
    return distance === null ? TOO_FAR : notYet(distance);
  },
  problems: (params) => openBoundsProblems(params, 'minPoints', 'maxPoints'),
});

const TOO_FAR = {
  code: 'tier-progress-too-large',
  text: { ru: 'уровень уже набран', en: 'the tier is already reached' },
};

function notYet(points: number) {
  const more = pointsWords(points);
  const text = { ru: `до уровня ещё ${more.ru}`, en: `${more.en} more to the tier` };
  return { code: 'tier-progress-too-small', text };
}
