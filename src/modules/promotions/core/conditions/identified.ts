import { Type } from 'typebox';
import { defineCondition, MET } from '../condition.ts';
import { notIdentified } from '../member-reasons.ts';
import { CLOSED } from '../params.ts';

/** The buyer showed a card or a phone that we know. */
export const identified = defineCondition({
  code: 'identified',
  title: { ru: 'покупатель назвался', en: 'the buyer is a member' },
  params: Type.Object({}, CLOSED),
  needs: ['member'],
  prepare: () => null,
  check: (_nothing, facts) => (facts.member === null ? notIdentified : MET),
});
