import { Type } from 'typebox';
import { variableOf } from '../basket/basket.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { compileTest, testProblems } from '../language/fact-test.ts';
import { CLOSED, codeParam } from '../language/params.ts';
import { testParam } from '../language/test-param.ts';

/** A variable that an earlier phase set passes a test; unset = 0. */
export const variable = defineCondition({
  code: 'variable',
  title: { ru: 'переменная {variable} {test}', en: 'the variable {variable} {test}' },
  params: Type.Object(
    {
      variable: codeParam({ ru: 'Переменная', en: 'Variable' }, 'variable'),
      test: testParam({ ru: 'Сравнение', en: 'Comparison' }),
    },
    CLOSED,
  ),
  class: 'state',
  unit: 'times',
  needs: [],
  prepare: (params) => ({ variable: params.variable, test: compileTest(params.test) }),
  check: (prepared, _facts, basket) => {
    const value = variableOf(basket, prepared.variable);
    return prepared.test.holds(value) ? MET : prepared.test.lacks(value) || FAR;
  },
  why: () => ({
    code: 'wrong-variable',
    text: { ru: 'другие акции не дали нужного значения', en: 'a computed value does not fit' },
  }),
  problems: ({ test }) => testProblems(test, 'test'),
});
