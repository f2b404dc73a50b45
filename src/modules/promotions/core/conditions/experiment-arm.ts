import { Type } from 'typebox';
import { ownFact } from '../facts.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, codeParam, codesParam } from '../language/params.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

/** The member is in one of these arms of an experiment. */
export const experimentArm = defineCondition({
  code: 'experiment-arm',
  title: {
    ru: 'эксперимент {experimentCode}: группа {arms}',
    en: 'experiment {experimentCode}: arm {arms}',
  },
  params: Type.Object(
    {
      experimentCode: codeParam({ ru: 'Эксперимент', en: 'Experiment' }, 'experiment'),
      arms: codesParam({ ru: 'Группы', en: 'Arms' }, 'arm'),
    },
    CLOSED,
  ),
  class: 'audience',
  needs: ['arms'],
  prepare: ({ experimentCode, arms }) => ({ experimentCode, arms: new Set(arms) }),
  check: ({ experimentCode, arms }, { member }) => {
    const arm = member === null ? undefined : ownFact(member.arms, experimentCode);
    return arm !== undefined && arms.has(arm) ? MET : FAR;
  },
  why: (_params, { facts }) => (facts.member === null ? NOT_IDENTIFIED : OTHER_ARM),
});

const OTHER_ARM = {
  code: 'wrong-arm',
  text: { ru: 'участник в другой группе проверки', en: 'the member is in another arm' },
};
