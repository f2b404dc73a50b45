import { Type } from 'typebox';
import { daysBetween } from '#shared/time.ts';
import { defineCondition, MET, reason } from '../condition.ts';
import { notIdentified } from '../member-reasons.ts';
import { CLOSED, daysParam } from '../params.ts';
import { daysWords } from '../words.ts';

/** The member has been in the programme for so many days or longer, counted on the store's calendar. */
export const membershipAge = defineCondition({
  code: 'membership-age',
  title: { ru: 'в программе не меньше {minDays}', en: 'a member for {minDays} or longer' },
  params: Type.Object({ minDays: daysParam({ ru: 'Не меньше', en: 'At least' }, 1) }, CLOSED),
  needs: ['member', 'time'],
  prepare: ({ minDays }) => minDays,
  check: (minDays, { member, local }) => {
    if (member === null) return notIdentified;
    const days = daysBetween(member.registeredOn, local.date);
    return days >= minDays ? MET : () => tooNew(minDays - days);
  },
});

function tooNew(days: number) {
  const more = daysWords(days);
  const text = { ru: `ещё ${more.ru} в программе`, en: `${more.en} more in the programme` };
  return reason('member-too-new', text, { unit: 'days', value: days });
}
