import { Type } from 'typebox';
import { KopecksShape } from '#shared/schema.ts';
import { bringIn } from '../incoming.ts';
import { defineOperation, unknownCurrency } from '../operation.ts';
import { CLOSED, CURRENCY, LIFETIME, POINTS } from '../params.ts';
import { workFor } from '../work.ts';

/** Points bought with money; they repay debt first. */
export const purchase = defineOperation({
  kind: 'purchase',
  params: Type.Object(
    {
      currencyCode: CURRENCY,
      points: POINTS,
      kopecks: KopecksShape({ description: 'What was paid for them' }),
      lifetime: Type.Optional(LIFETIME),
    },
    CLOSED,
  ),
  needs: ['lots'],
  decide(book, { currencyCode, points, kopecks, lifetime }, context) {
    const work = workFor(book, currencyCode, context);
    if (work === undefined) return unknownCurrency();
    const incoming = { points, promotionCode: 'purchase', lifetime };
    const how = { context, kind: 'purchase', memo: String(kopecks) } as const;
    const decided = bringIn(work, incoming, how);
    return decided.isGood ? { ...decided, result: { ...decided.result, kopecks } } : decided;
  },
});
