import { Type } from 'typebox';
import { formatInstant, instant } from '#shared/time.ts';
import { postHold } from '../hold.ts';
import { defineOperation, insufficientPoints, no, unknownCurrency, yes } from '../operation.ts';
import { CLOSED, CURRENCY, POINTS } from '../params.ts';
import { carryOut, standingIn, workFor } from '../work.ts';

const MINUTE_MS = 60_000;

/** Reserves points for something that is about to happen: they stay, cannot be spent otherwise, do not burn. */
export const hold = defineOperation({
  kind: 'hold',
  params: Type.Object(
    {
      currencyCode: CURRENCY,
      points: POINTS,
      minutes: Type.Integer({ minimum: 1, maximum: 527_040, 'x-unit': 'minutes' }),
    },
    CLOSED,
  ),
  needs: ['lots'],
  decide(book, { currencyCode, points, minutes }, context) {
    const work = workFor(book, currencyCode, context);
    if (work === undefined) return unknownCurrency();
    if (!work.terms.isSpendable) return no('points-not-spendable', { path: '/currencyCode' });
    const { holdMinutesMax } = work.terms;
    if (minutes > holdMinutesMax) {
      return no('hold-too-long', { path: '/minutes', details: { holdMinutesMax } });
    }
    const { availablePoints } = standingIn(work);
    if (points > availablePoints) return insufficientPoints(availablePoints);
    const { operationId, postedAt } = context.cause;
    const lapsesAt = instant(postedAt + minutes * MINUTE_MS);
    carryOut(work, (post) => {
      post((before) => postHold(before, points, { ...work.cause, lapsesAt }));
    });
    return yes({ holdId: operationId, points, lapsesAt: formatInstant(lapsesAt) });
  },
});
