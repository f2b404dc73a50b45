import { Type } from 'typebox';
import { goodsNeeds } from '../basket/goods.ts';
import type { DistanceUnit } from '../decision.ts';
import { distanceWords } from '../describe/words.ts';
import {
  compileMeasure,
  MEASURE_PARAM,
  type Measure,
  PARAM_UNIT_BY_MEASURE,
  UNIT_BY_MEASURE,
} from '../history/history-measure.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { compileTest, testProblems } from '../language/fact-test.ts';
import { CLOSED, choice, codeParam, flagParam } from '../language/params.ts';
import { testParam } from '../language/test-param.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

/** What the member bought in a declared stretch of time passes a test, with or without this receipt. */
export const history = defineCondition({
  code: 'history',
  title: {
    ru: 'история {aggregateKey}[ {includesThis}]: {measure} {test}',
    en: 'the history {aggregateKey}[ {includesThis}]: {measure} {test}',
  },
  params: Type.Object(
    {
      aggregateKey: codeParam({ ru: 'Запрос истории', en: 'Query of the history' }, 'aggregate'),
      measure: Type.Union(MEASURE_PARAM, choice({ ru: 'Что сравнить', en: 'What is compared' })),
      test: testParam(
        { ru: 'Сравнение', en: 'Comparison' },
        { field: 'measure', units: PARAM_UNIT_BY_MEASURE },
      ),
      includesThis: Type.Optional(
        flagParam(
          { ru: 'Вместе с этим чеком', en: 'This receipt included' },
          { yes: { ru: 'с этим чеком', en: 'with this receipt' } },
        ),
      ),
    },
    CLOSED,
  ),
  class: 'state',
  unit: ({ measure }): DistanceUnit => UNIT_BY_MEASURE[measure],
  needs: ({ aggregateKey, includesThis = false }) => [
    `history:${aggregateKey}`,
    ...(includesThis ? goodsNeeds({}) : []),
  ],
  prepare: ({ aggregateKey, measure, test, includesThis = false }, context) => ({
    read: compileMeasure({ aggregateKey, measure, includesThis }, context),
    test: compileTest(test),
  }),
  check: ({ read, test }, facts, basket) => {
    if (facts.member === null) return FAR;
    const value = read(facts, basket);
    return test.holds(value) ? MET : test.lacks(value) || FAR;
  },
  why: ({ measure }, { facts, distance }) => {
    if (facts.member === null) return NOT_IDENTIFIED;
    return distance === null ? OTHER_HISTORY : tooLittle(measure, distance);
  },
  problems: ({ test }) => testProblems(test, 'test'),
});

const OTHER_HISTORY = {
  code: 'wrong-history',
  text: { ru: 'прошлые покупки не подходят', en: 'the earlier purchases do not fit' },
};

function tooLittle(measure: Measure, distance: number) {
  const more = distanceWords(UNIT_BY_MEASURE[measure], distance);
  const text = { ru: `до цели ещё ${more.ru}`, en: `${more.en} more to the goal` };
  return { code: 'history-too-small', text };
}
