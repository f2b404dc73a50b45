import { Type } from 'typebox';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, codeParam } from '../language/params.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

/** The member has switched this offer on; the promotion itself, unless another is named. */
export const optedIn = defineCondition({
  code: 'opted-in',
  title: {
    ru: 'участник включил предложение[ {offerCode}]',
    en: 'the member has opted in[ to {offerCode}]',
  },
  params: Type.Object(
    { offerCode: Type.Optional(codeParam({ ru: 'Предложение', en: 'Offer' }, 'offer')) },
    CLOSED,
  ),
  class: 'state',
  needs: ['opted-in'],
  prepare: ({ offerCode }, { promotion }) => offerCode ?? promotion.code,
  check: (offerCode, { member }) =>
    member !== null && member.optedIn.includes(offerCode) ? MET : FAR,
  why: (_params, { facts }) => (facts.member === null ? NOT_IDENTIFIED : NOT_OPTED_IN),
});

const NOT_OPTED_IN = {
  code: 'not-opted-in',
  text: { ru: 'включите предложение в приложении', en: 'switch the offer on in the app' },
};
