import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import { SubjectShape } from '../../language/limit-shape.ts';
import { CLOSED, choice, codeParam, optionParam, optionsOf } from '../../language/params.ts';
import { valueParam } from '../../value/value-param.ts';

const OPS = optionsOf(
  optionParam('increase', { ru: 'увеличить', en: 'increase' }),
  optionParam('reduce', { ru: 'уменьшить', en: 'reduce' }),
  optionParam('set', { ru: 'установить', en: 'set' }),
);

/** A counter goes up, down or to a number: stamps, visits, litres. */
export const changeCounter = defineDeferred({
  code: 'change-counter',
  title: {
    ru: '{op} счётчик {counterCode}: {amount}[ ({subject})]',
    en: '{op} the counter {counterCode}: {amount}[ ({subject})]',
  },
  params: Type.Object(
    {
      counterCode: codeParam({ ru: 'Счётчик', en: 'Counter' }, 'counter'),
      op: Type.Union(OPS, choice({ ru: 'Действие', en: 'Change' })),
      amount: valueParam('number', { ru: 'На сколько', en: 'By how much' }),
      subject: Type.Optional(Type.Union(SubjectShape.anyOf, choice({ ru: 'Чей', en: 'Whose' }))),
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
  defaults: { subject: 'member' },
});
