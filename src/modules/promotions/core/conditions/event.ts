import { Type } from 'typebox';
import { ownFact } from '../facts.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { compileTest, testProblems } from '../language/fact-test.ts';
import { CLOSED, codeParam } from '../language/params.ts';
import { testParam } from '../language/test-param.ts';

/** A field of what happened passes a test. */
export const event = defineCondition({
  code: 'event',
  title: { ru: 'в событии {field} {test}', en: 'the event’s {field} {test}' },
  params: Type.Object(
    {
      field: codeParam({ ru: 'Поле события', en: 'Field of the event' }, 'event-field'),
      test: testParam({ ru: 'Сравнение', en: 'Comparison' }),
    },
    CLOSED,
  ),
  class: 'state',
  unit: 'times',
  needs: ['event'],
  prepare: ({ field, test }) => ({ field, test: compileTest(test) }),
  check: ({ field, test }, facts) => {
    const value = ownFact(facts.event, field);
    if (test.holds(value)) return MET;
    return (typeof value === 'number' && test.lacks(value)) || FAR;
  },
  why: () => ({
    code: 'wrong-event',
    text: { ru: 'событие не подходит', en: 'the event does not fit' },
  }),
  problems: ({ test }) => testProblems(test, 'test'),
});
