import { Type } from 'typebox';
import { formatInstant, type Instant, instant } from '#shared/time.ts';
import { clockOf } from '../account.ts';
import { stateOf } from '../book.ts';
import { isBurnt, type Lot } from '../lot.ts';
import { defineOperation, type LedgerRefusal, no, unknownCurrency, yes } from '../operation.ts';
import { CLOSED, CURRENCY } from '../params.ts';
import { postRedating } from '../post-lifetime.ts';
import { carryOut, type Work, workFor } from '../work.ts';

/** Gives lots a later end. What has burnt is not woken: that is a reactivation. */
export const extend = defineOperation({
  kind: 'extend',
  params: Type.Object(
    {
      currencyCode: CURRENCY,
      lotIds: Type.Array(Type.String({ minLength: 1, maxLength: 36 }), {
        minItems: 1,
        maxItems: 256,
        uniqueItems: true,
      }),
      expiresAt: Type.Integer({ 'x-unit': 'epoch-milliseconds', description: 'The new end' }),
    },
    CLOSED,
  ),
  needs: ['lots'],
  decide(book, { currencyCode, lotIds, expiresAt }, context) {
    const work = workFor(book, currencyCode, context);
    if (work === undefined) return unknownCurrency();
    if (expiresAt <= context.cause.postedAt) return no('date-in-the-past', { path: '/expiresAt' });
    const end = instant(expiresAt);
    const lotById = new Map(stateOf(book, currencyCode).lots.map((lot) => [lot.id, lot]));
    for (const [place, lotId] of lotIds.entries()) {
      const problem = problemOf(lotById.get(lotId), end, work);
      if (problem !== undefined) return no(problem, { path: `/lotIds/${place}` });
    }
    carryOut(work, (post) => {
      post((before) => {
        // Looked for again: some of their points may just have repaid what was owed.
        const lots = before.lots
          .filter(({ id }) => lotIds.includes(id))
          .map((lot) => ({ ...lot, expiresAt: end }));
        return postRedating(before, lots, { kind: 'extension', cause: work.cause });
      });
    });
    return yes({ lotIds, expiresAt: formatInstant(end) });
  },
});

function problemOf(lot: Lot | undefined, end: Instant, work: Work): LedgerRefusal | undefined {
  if (lot === undefined || lot.remaining === 0) return 'unknown-lot';
  const { account } = stateOf(work.book, work.currencyCode);
  if (isBurnt(lot, clockOf(account, work.cause.postedAt))) return 'lot-burnt';
  return lot.expiresAt === null || lot.expiresAt >= end ? 'date-not-later' : undefined;
}
