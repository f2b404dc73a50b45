import { Type } from 'typebox';
import { numberWords } from '../describe/words.ts';
import { ownFact } from '../facts.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { compileTest, testProblems } from '../language/fact-test.ts';
import { CLOSED, codeParam } from '../language/params.ts';
import { testParam } from '../language/test-param.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

/** An attribute of the member passes a test: state, sex, language, household, children, answers. */
export const memberAttribute = defineCondition({
  code: 'member-attribute',
  title: { ru: 'у участника {attribute} {test}', en: 'the member’s {attribute} {test}' },
  params: Type.Object(
    {
      attribute: codeParam({ ru: 'Признак', en: 'Attribute' }, 'attribute'),
      test: testParam({ ru: 'Значение', en: 'Value' }),
    },
    CLOSED,
  ),
  class: 'audience',
  unit: 'times',
  needs: ['attributes'],
  prepare: ({ attribute, test }) => ({ attribute, test: compileTest(test) }),
  check: ({ attribute, test }, { member }) => {
    if (member === null) return FAR;
    const value = ownFact(member.attributes, attribute);
    if (test.holds(value)) return MET;
    return (typeof value === 'number' && test.lacks(value)) || FAR;
  },
  why: (_params, { facts, distance }) => {
    if (facts.member === null) return NOT_IDENTIFIED;
    return distance === null ? OTHER_ATTRIBUTE : tooLow(distance);
  },
  problems: ({ test }) => testProblems(test, 'test'),
});

const OTHER_ATTRIBUTE = {
  code: 'wrong-attribute',
  text: { ru: 'анкета не подходит', en: 'the profile does not fit' },
};

function tooLow(distance: number) {
  const more = numberWords(distance);
  const text = { ru: `не хватает ${more.ru}`, en: `${more.en} short` };
  return { code: 'attribute-too-low', text };
}
