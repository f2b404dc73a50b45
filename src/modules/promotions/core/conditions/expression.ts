import { Type } from 'typebox';
import { ownSelection } from '../compile/own-selection.ts';
import { numberWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, choice, optionParam, optionsOf } from '../language/params.ts';
import { compileValue } from '../value/compile-value.ts';
import { VALUE_MAX } from '../value/value.ts';
import { valueNeeds } from '../value/value-needs.ts';
import { valueParam } from '../value/value-param.ts';

const OPS = optionsOf(
  optionParam('eq', { ru: 'равно', en: 'equals' }),
  optionParam('ne', { ru: 'не равно', en: 'does not equal' }),
  optionParam('lt', { ru: 'меньше', en: 'is less than' }),
  optionParam('le', { ru: 'не больше', en: 'is at most' }),
  optionParam('gt', { ru: 'больше', en: 'is more than' }),
  optionParam('ge', { ru: 'не меньше', en: 'is at least' }),
);
type Op = (typeof OPS)[number]['const'];

const BOUNDS = { minimum: -VALUE_MAX, maximum: VALUE_MAX };

/** One Value compared with another, both as they stand when the phase begins. */
export const expression = defineCondition({
  code: 'expression',
  title: { ru: '{left} {op} {right}', en: '{left} {op} {right}' },
  params: Type.Object(
    {
      left: valueParam('number', { ru: 'Левая часть', en: 'Left side' }, BOUNDS),
      op: Type.Union(OPS, choice({ ru: 'Сравнение', en: 'Comparison' })),
      right: valueParam('number', { ru: 'Правая часть', en: 'Right side' }, BOUNDS),
    },
    CLOSED,
  ),
  class: 'state',
  unit: 'times',
  needs: ({ left, right }) => [...valueNeeds(left), ...valueNeeds(right)],
  prepare: ({ left, op, right }, context) => {
    const sides = { left: compileValue(left, context), right: compileValue(right, context) };
    const isSelecting = sides.left.readsSelection || sides.right.readsSelection;
    return { ...sides, op, select: isSelecting ? context.ownSelector() : null };
  },
  check: ({ left, op, right, select }, _facts, basket) => {
    const selection = select === null ? null : ownSelection(basket, select);
    const a = left.at(basket, selection, -1);
    const b = right.at(basket, selection, -1);
    if (HOLDS[op](a, b)) return MET;
    if (op === 'ge') return b - a;
    return op === 'gt' ? b - a + 1 : FAR;
  },
  why: (_params, { distance }) => (distance === null ? DOES_NOT_HOLD : tooSmall(distance)),
});

const HOLDS: Readonly<Record<Op, (a: number, b: number) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
};

const DOES_NOT_HOLD = {
  code: 'expression-false',
  text: { ru: 'не выполнено условие акции', en: 'the promotion’s condition does not hold' },
};

function tooSmall(distance: number) {
  const more = numberWords(distance);
  return {
    code: 'expression-short',
    text: { ru: `не хватает ${more.ru}`, en: `${more.en} short` },
  };
}
