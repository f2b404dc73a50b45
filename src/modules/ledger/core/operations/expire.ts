import { Type } from 'typebox';
import { defineOperation, yes } from '../operation.ts';
import { CLOSED } from '../params.ts';
import { postExpiry } from '../post-lifetime.ts';
import { carryOut, currenciesOf, workIn } from '../work.ts';

/** Writes off what has burnt, in every currency. */
export const expire = defineOperation({
  kind: 'expire',
  params: Type.Object({}, CLOSED),
  needs: ['lots'],
  decide(book, _params, context) {
    const accounts = currenciesOf(book).flatMap((currencyCode) => {
      const work = workIn(book, currencyCode, context);
      let points = 0;
      carryOut(work, (post) => {
        const { entry } = post((before) => postExpiry(before, work.cause));
        points = -(entry?.amount ?? 0);
      });
      return points === 0 ? [] : [{ currencyCode, points }];
    });
    return yes({ accounts });
  },
});
