import { Type } from 'typebox';
import { defineCondition, MET, reason } from '../condition.ts';
import { notIdentified } from '../member-reasons.ts';
import { CLOSED, choice, countParam, optionParam, optionsOf } from '../params.ts';
import { purchasesWords } from '../words.ts';

const MODE_PARAM = optionsOf(
  optionParam('each', { ru: 'каждая', en: 'each' }),
  optionParam('once', { ru: 'только раз', en: 'once only' }),
);

/** This is the member's N-th confirmed purchase, or each N-th. */
export const nthPurchase = defineCondition({
  code: 'nth-purchase',
  title: { ru: '{number}-я покупка ({mode})', en: 'purchase number {number} ({mode})' },
  params: Type.Object(
    {
      number: countParam({ ru: 'Номер покупки', en: 'Number of the purchase' }, 1),
      mode: Type.Union(MODE_PARAM, choice({ ru: 'Повтор', en: 'Repeat' })),
    },
    CLOSED,
  ),
  needs: ['member'],
  prepare: ({ number, mode }) => ({ number, isRepeated: mode === 'each' }),
  check: ({ number, isRepeated }, { member }) => {
    if (member === null) return notIdentified;
    const current = member.purchasesBefore + 1;
    if (current === number || (isRepeated && current % number === 0)) return MET;
    if (current > number && !isRepeated) return alreadyHad;
    return () => notYet(number - (current % number));
  },
});

function notYet(count: number) {
  const more = purchasesWords(count);
  const text = { ru: `ещё ${more.ru}`, en: `${more.en} more` };
  return reason('not-nth-purchase', text, { unit: 'receipts', value: count });
}

function alreadyHad() {
  return reason('nth-purchase-passed', {
    ru: 'эта покупка уже была',
    en: 'that purchase has passed',
  });
}
