import { Type } from 'typebox';
import { postCapture } from '../hold.ts';
import { isOpenHold, openHold } from '../open-hold.ts';
import { defineOperation, no, yes } from '../operation.ts';
import { CLOSED, HOLD, POINTS } from '../params.ts';
import { carryOut, workIn } from '../work.ts';

/** Spends reserved points, all or a part; the rest is free again. An activity. */
export const capture = defineOperation({
  kind: 'capture',
  params: Type.Object({ holdId: HOLD, points: Type.Optional(POINTS) }, CLOSED),
  needs: ['lots', 'hold'],
  decide(book, params, context) {
    const hold = openHold(book, params.holdId, context.cause.postedAt);
    if (!isOpenHold(hold)) return hold;
    const points = params.points ?? hold.amount;
    if (points > hold.amount) {
      const details = { heldPoints: hold.amount };
      return no('capture-exceeds-hold', { path: '/points', details });
    }
    const work = workIn(book, hold.currencyCode, context);
    carryOut(
      work,
      (post) => {
        post((before) => postCapture(before, hold, { ...work.cause, points }));
      },
      { isActivity: true },
    );
    return yes({ holdId: hold.id, points, releasedPoints: hold.amount - points });
  },
});
