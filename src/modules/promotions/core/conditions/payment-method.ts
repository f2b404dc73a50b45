import { Type } from 'typebox';
import { defineCondition, MET, reason } from '../condition.ts';
import { CLOSED, codesParam } from '../params.ts';

/** Some money of the receipt is paid by one of these means. */
export const paymentMethod = defineCondition({
  code: 'payment-method',
  title: { ru: 'оплата: {methods}', en: 'paid by {methods}' },
  params: Type.Object(
    { methods: codesParam({ ru: 'Способы оплаты', en: 'Means of payment' }, 'payment-method') },
    CLOSED,
  ),
  needs: ['payments'],
  prepare: (params) => new Set(params.methods),
  check: (methods, facts) => {
    for (const payment of facts.payments) {
      if (payment.kopecks > 0 && methods.has(payment.method)) return MET;
    }
    return () => otherMethod(methods);
  },
});

function otherMethod(methods: ReadonlySet<string>) {
  const names = [...methods].join(', ');
  return reason('wrong-payment-method', {
    ru: `при оплате: ${names}`,
    en: `when paid by: ${names}`,
  });
}
