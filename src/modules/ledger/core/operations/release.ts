import { Type } from 'typebox';
import { postRelease } from '../hold.ts';
import { isOpenHold, openHold } from '../open-hold.ts';
import { defineOperation, yes } from '../operation.ts';
import { CLOSED, HOLD } from '../params.ts';
import { carryOut, workIn } from '../work.ts';

/** Sets reserved points free: what has burnt meanwhile is written off, what is awake repays debt. */
export const release = defineOperation({
  kind: 'release',
  params: Type.Object({ holdId: HOLD }, CLOSED),
  needs: ['lots', 'hold'],
  decide(book, { holdId }, context) {
    const hold = openHold(book, holdId, context.cause.postedAt);
    if (!isOpenHold(hold)) return hold;
    const work = workIn(book, hold.currencyCode, context);
    carryOut(work, (post) => {
      post((before) => postRelease(before, hold, { ...work.cause, state: 'released' }));
    });
    return yes({ holdId, releasedPoints: hold.amount });
  },
});
