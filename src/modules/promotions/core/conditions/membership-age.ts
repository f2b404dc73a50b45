import { Type } from 'typebox';
import { dayNumber } from '#shared/time.ts';
import { openBoundsProblems, UNBOUNDED } from '../basket/bounds.ts';
import { daysWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, daysParam } from '../language/params.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

/** The member has been in the programme for so many days, counted on the store's calendar. */
export const membershipAge = defineCondition({
  code: 'membership-age',
  title: {
    ru: 'в программе[ не меньше {minDays}][ не больше {maxDays}]',
    en: 'a member[ for {minDays} or longer][ for {maxDays} at most]',
  },
  params: Type.Object(
    {
      minDays: Type.Optional(daysParam({ ru: 'Не меньше', en: 'At least' }, 0, 36_500)),
      maxDays: Type.Optional(daysParam({ ru: 'Не больше', en: 'At most' }, 0, 36_500)),
    },
    CLOSED,
  ),
  class: 'state',
  unit: 'days',
  needs: ['member', 'time'],
  prepare: ({ minDays = -UNBOUNDED, maxDays = UNBOUNDED }) => ({ minDays, maxDays }),
  check: ({ minDays, maxDays }, { member, local }) => {
    if (member === null) return FAR;
    const days = dayNumber(local.date) - dayNumber(member.registeredOn);
    if (days < minDays) return minDays - days;
    return days <= maxDays ? MET : FAR;
  },
  why: (_params, { facts, distance }) => {
    if (facts.member === null) return NOT_IDENTIFIED;
    return distance === null ? TOO_LONG : tooNew(distance);
  },
  problems: (params) => openBoundsProblems(params, 'minDays', 'maxDays'),
});

const TOO_LONG = {
  code: 'member-too-long',
  text: { ru: 'только для новых участников', en: 'for new members only' },
};

function tooNew(days: number) {
  const more = daysWords(days);
  const text = { ru: `ещё ${more.ru} в программе`, en: `${more.en} more in the programme` };
  return { code: 'member-too-new', text };
}
