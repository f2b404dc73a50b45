import { Type } from 'typebox';
import { hasEvery } from '../basket/lists.ts';
import { namesWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, codesParam } from '../language/params.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

/** The member has given all of these consents. */
export const consent = defineCondition({
  code: 'consent',
  title: { ru: 'дано согласие: {kinds}', en: 'consent is given: {kinds}' },
  params: Type.Object(
    { kinds: codesParam({ ru: 'Виды согласий', en: 'Kinds of consent' }, 'consent-kind') },
    CLOSED,
  ),
  class: 'state',
  needs: ['consents'],
  prepare: ({ kinds }) => kinds,
  check: (kinds, { member }) => (member !== null && hasEvery(member.consents, kinds) ? MET : FAR),
  why: ({ kinds }, { facts }) => {
    if (facts.member === null) return NOT_IDENTIFIED;
    const names = namesWords(kinds);
    const text = { ru: `нужно согласие: ${names.ru}`, en: `a consent is needed: ${names.en}` };
    return { code: 'consent-missing', text };
  },
});
