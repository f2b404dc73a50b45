import { Type } from 'typebox';
import { arrivingLots, pointsIn } from '../cargo.ts';
import { incomingProblem } from '../incoming.ts';
import { defineOperation, no, yes } from '../operation.ts';
import { CLOSED } from '../params.ts';
import { postAccrual } from '../post.ts';
import { TransitShape } from '../transit.ts';
import { carryOut, workIn } from '../work.ts';

/** Points that another member has sent come in, lot by lot, with the dates and origins that they had. */
export const transferIn = defineOperation({
  kind: 'transfer-in',
  params: Type.Object({ transit: TransitShape }, CLOSED),
  needs: [],
  worksIn: ({ transit }) => transit.cargo.map((part) => part.currencyCode),
  decide(book, { transit }, context) {
    const isFit = transit.kind === 'transfer' || transit.kind === 'gift';
    if (!isFit || transit.toMemberId !== book.memberId) {
      return no('unknown-transit', { path: '/transit' });
    }
    const parts = transit.cargo.map((part) => {
      const work = workIn(book, part.currencyCode, context);
      return { work, lots: part.lots, points: pointsIn(part.lots) };
    });
    const problem = parts
      .map(({ work, points }) => incomingProblem(work, { points }))
      .find(Boolean);
    if (problem !== undefined) return problem;
    for (const { work, lots } of parts) {
      const opened = arrivingLots(lots, context.newLotId);
      const cause = { ...work.cause, kind: 'transfer-in', memo: String(transit.memberId) } as const;
      carryOut(work, (post) => {
        post((before) => postAccrual(before, opened, cause));
      });
    }
    const points = parts.reduce((sum, part) => sum + part.points, 0);
    return yes({ transitId: transit.id, points });
  },
});
