import { Type } from 'typebox';
import { numberWords } from '../describe/words.ts';
import { ownFact } from '../facts.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { compileTest, testProblems } from '../language/fact-test.ts';
import { CLOSED, choice, codeParam, optionParam, optionsOf } from '../language/params.ts';
import { testParam } from '../language/test-param.ts';

const MEASURES = optionsOf(
  optionParam('value', { ru: 'значение', en: 'value' }),
  optionParam('changes', { ru: 'число изменений', en: 'number of changes' }),
  optionParam('sum', { ru: 'сумма изменений', en: 'sum of changes' }),
);

/** A counter passes a test: its value, or how often and by how much it changed in its period. */
export const counter = defineCondition({
  code: 'counter',
  title: {
    ru: 'счётчик {counterCode}[ ({measure})] {test}',
    en: 'the counter {counterCode}[ ({measure})] {test}',
  },
  params: Type.Object(
    {
      counterCode: codeParam({ ru: 'Счётчик', en: 'Counter' }, 'counter'),
      measure: Type.Optional(
        Type.Union(MEASURES, choice({ ru: 'Что сравнить', en: 'What is compared' })),
      ),
      test: testParam({ ru: 'Сравнение', en: 'Comparison' }),
    },
    CLOSED,
  ),
  class: 'state',
  unit: 'times',
  needs: ({ counterCode }) => [`counter:${counterCode}`],
  prepare: ({ counterCode, measure = 'value', test }) => ({
    counterCode,
    measure,
    test: compileTest(test),
  }),
  check: ({ counterCode, measure, test }, { counters }) => {
    const value = ownFact(counters, counterCode)?.[measure] ?? 0;
    return test.holds(value) ? MET : test.lacks(value) || FAR;
  },
  why: (_params, { distance }) => (distance === null ? OTHER_COUNT : tooFew(distance)),
  problems: ({ test }) => testProblems(test, 'test'),
});

const OTHER_COUNT = {
  code: 'wrong-count',
  text: { ru: 'счётчик не подходит', en: 'the counter does not fit' },
};

function tooFew(distance: number) {
  const more = numberWords(distance);
  const text = { ru: `до цели ещё ${more.ru}`, en: `${more.en} more to the goal` };
  return { code: 'count-too-low', text };
}
