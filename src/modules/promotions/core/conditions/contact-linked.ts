import { Type } from 'typebox';
import { hasEvery, hasSome } from '../basket/lists.ts';
import { namesWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, codesParam, flagParam } from '../language/params.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

/** The member has linked a contact of any, or of all, of these kinds: phone, e-mail, messenger. */
export const contactLinked = defineCondition({
  code: 'contact-linked',
  title: {
    ru: 'привязаны контакты[ ({isAll})]: {kinds}',
    en: 'contacts are linked[ ({isAll})]: {kinds}',
  },
  params: Type.Object(
    {
      kinds: codesParam({ ru: 'Виды контактов', en: 'Kinds of contacts' }, 'contact-kind'),
      isAll: Type.Optional(
        flagParam({ ru: 'Нужны все', en: 'All are needed' }, { yes: { ru: 'все', en: 'all' } }),
      ),
    },
    CLOSED,
  ),
  class: 'state',
  needs: ['contacts'],
  prepare: ({ kinds, isAll = false }) => ({ kinds, has: isAll ? hasEvery : hasSome }),
  check: ({ kinds, has }, { member }) =>
    member !== null && has(member.contacts, kinds) ? MET : FAR,
  why: ({ kinds }, { facts }) => {
    if (facts.member === null) return NOT_IDENTIFIED;
    const names = namesWords(kinds);
    const text = { ru: `привяжите контакт: ${names.ru}`, en: `link a contact: ${names.en}` };
    return { code: 'contact-missing', text };
  },
});
