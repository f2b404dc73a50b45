import { Type } from 'typebox';
import { accountOf } from '../book.ts';
import { defineOperation, yes } from '../operation.ts';
import { CLOSED } from '../params.ts';
import { carryOut, currenciesOf, workIn } from '../work.ts';

/** Lets what has become spendable repay what is owed, in every currency. */
export const repay = defineOperation({
  kind: 'repay',
  params: Type.Object({}, CLOSED),
  needs: ['lots'],
  decide(book, _params, context) {
    const accounts = currenciesOf(book).flatMap((currencyCode) => {
      const { debt } = accountOf(book, currencyCode);
      carryOut(workIn(book, currencyCode, context), () => {});
      const points = debt - accountOf(book, currencyCode).debt;
      return points === 0 ? [] : [{ currencyCode, points }];
    });
    return yes({ accounts });
  },
});
