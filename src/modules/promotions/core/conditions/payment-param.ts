import { Type } from 'typebox';
import { ownFact } from '../facts.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { compileTest, testProblems } from '../language/fact-test.ts';
import { CLOSED, codeParam } from '../language/params.ts';
import { testParam } from '../language/test-param.ts';

/** Some money is paid by something with this property: a bank's cards (`bin`), an instalment plan. */
export const paymentParam = defineCondition({
  code: 'payment-param',
  title: { ru: 'при оплате {param} {test}', en: 'a payment whose {param} {test}' },
  params: Type.Object(
    {
      param: codeParam({ ru: 'Признак оплаты', en: 'Property of the payment' }, 'payment-param'),
      test: testParam({ ru: 'Значение', en: 'Value' }),
    },
    CLOSED,
  ),
  class: 'state',
  needs: ['payments'],
  prepare: ({ param, test }) => ({ param, holds: compileTest(test).holds }),
  check: ({ param, holds }, { payments }) => {
    for (const payment of payments) {
      if (payment.kopecks <= 0) continue;
      if (holds(payment.params === undefined ? undefined : ownFact(payment.params, param))) {
        return MET;
      }
    }
    return FAR;
  },
  why: () => ({
    code: 'wrong-payment-param',
    text: { ru: 'нужен другой способ оплаты', en: 'another payment is needed' },
  }),
  problems: ({ test }) => testProblems(test, 'test'),
});
