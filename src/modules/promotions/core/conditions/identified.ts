import { Type } from 'typebox';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED } from '../language/params.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

/** The buyer showed a card or a phone that we know. */
export const identified = defineCondition({
  code: 'identified',
  title: { ru: 'покупатель назвался', en: 'the buyer is a member' },
  params: Type.Object({}, CLOSED),
  class: 'audience',
  needs: ['member'],
  prepare: () => null,
  check: (_nothing, { member }) => (member === null ? FAR : MET),
  why: () => NOT_IDENTIFIED,
});
