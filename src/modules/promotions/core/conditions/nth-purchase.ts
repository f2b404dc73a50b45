import { Type } from 'typebox';
import { purchasesWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, choice, countParam, optionParam, optionsOf } from '../language/params.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

const MODE_PARAM = optionsOf(
  optionParam('each', { ru: 'каждая', en: 'each' }),
  optionParam('once', { ru: 'только раз', en: 'once only' }),
);

/** This is the member's N-th confirmed purchase, or each N-th. */
export const nthPurchase = defineCondition({
  code: 'nth-purchase',
  title: { ru: '{number}-я покупка[ ({mode})]', en: 'purchase number {number}[ ({mode})]' },
  params: Type.Object(
    {
      number: countParam({ ru: 'Номер покупки', en: 'Number of the purchase' }, 1),
      mode: Type.Optional(Type.Union(MODE_PARAM, choice({ ru: 'Повтор', en: 'Repeat' }))),
    },
    CLOSED,
  ),
  class: 'state',
  unit: 'receipts',
  needs: ['member'],
  prepare: ({ number, mode = 'each' }) => ({ number, isRepeated: mode === 'each' }),
  check: ({ number, isRepeated }, { member }) => {
    if (member === null) return FAR;
    const current = member.purchasesBefore + 1;
    if (isRepeated) return current % number === 0 ? MET : number - (current % number);
    return current > number ? FAR : number - current;
  },
  why: (_params, { facts, distance }) => {
    if (facts.member === null) return NOT_IDENTIFIED;
    return distance === null ? ALREADY_HAD : notYet(distance);
  },
});

function notYet(count: number) {
  const more = purchasesWords(count);
  const text = { ru: `ещё ${more.ru}`, en: `${more.en} more` };
  return { code: 'not-nth-purchase', text };
}

const ALREADY_HAD = {
  code: 'nth-purchase-passed',
  text: { ru: 'эта покупка уже была', en: 'that purchase has passed' },
};
