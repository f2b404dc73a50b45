import { Type } from 'typebox';
import { defineOperation, insufficientPoints, no, unknownCurrency, yes } from '../operation.ts';
import { CLOSED, CURRENCY, POINTS } from '../params.ts';
import { postRedemption } from '../post.ts';
import { carryOut, standingIn, workFor } from '../work.ts';

/** Points that pay; beyond what is there they may be lent, as far as the currency's terms go. An activity. */
export const spend = defineOperation({
  kind: 'spend',
  params: Type.Object({ currencyCode: CURRENCY, points: POINTS }, CLOSED),
  needs: ['lots'],
  decide(book, { currencyCode, points }, context) {
    const work = workFor(book, currencyCode, context);
    if (work === undefined) return unknownCurrency();
    if (!work.terms.isSpendable) return no('points-not-spendable', { path: '/currencyCode' });
    const { availablePoints, owedPoints } = standingIn(work);
    const loanMax = Math.max(0, work.terms.loanPointsMax - owedPoints);
    if (points > availablePoints + loanMax) return insufficientPoints(availablePoints, loanMax);
    carryOut(
      work,
      (post) => {
        post((before) => postRedemption(before, points, { ...work.cause, loanMax }));
      },
      { isActivity: true },
    );
    return yes({ points, lentPoints: Math.max(0, points - availablePoints) });
  },
});
