import { Type } from 'typebox';
import { openBoundsProblems, UNBOUNDED } from '../basket/bounds.ts';
import { ownFact } from '../facts.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, codeParam, numberParam } from '../language/params.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

/** A score of the member, such as a propensity to leave, is within bounds. */
export const score = defineCondition({
  code: 'score',
  title: {
    ru: 'оценка {scoreCode}[ от {minScore}][ до {maxScore}]',
    en: 'score {scoreCode}[ {minScore} or more][ up to {maxScore}]',
  },
  params: Type.Object(
    {
      scoreCode: codeParam({ ru: 'Оценка', en: 'Score' }, 'score'),
      minScore: Type.Optional(numberParam({ ru: 'Не меньше', en: 'At least' })),
      maxScore: Type.Optional(numberParam({ ru: 'Не больше', en: 'At most' })),
    },
    CLOSED,
  ),
  class: 'state',
  needs: ['scores'],
  prepare: ({ scoreCode, minScore = -UNBOUNDED, maxScore = UNBOUNDED }) => ({
    scoreCode,
    min: minScore,
    max: maxScore,
  }),
  check: ({ scoreCode, min, max }, { member }) => {
    const value = member === null ? undefined : ownFact(member.scores, scoreCode);
    return value !== undefined && value >= min && value <= max ? MET : FAR;
  },
  why: (_params, { facts }) => (facts.member === null ? NOT_IDENTIFIED : OTHER_SCORE),
  problems: (params) => openBoundsProblems(params, 'minScore', 'maxScore'),
});

const OTHER_SCORE = {
  code: 'wrong-score',
  text: { ru: 'оценка участника не подходит', en: 'the member’s score does not fit' },
};
