import { Type } from 'typebox';
import { postRelease } from '../hold.ts';
import { isHoldOver } from '../open-hold.ts';
import { defineOperation, yes } from '../operation.ts';
import { CLOSED, HOLD } from '../params.ts';
import { carryOut, workIn } from '../work.ts';

/** Sets holds free whose time is over; the others among them are left alone, so it may be repeated. */
export const lapse = defineOperation({
  kind: 'lapse',
  params: Type.Object({ holdIds: Type.Array(HOLD, { uniqueItems: true }) }, CLOSED),
  needs: ['lots', 'hold'],
  decide(book, { holdIds }, context) {
    const due = holdIds.flatMap((id) => {
      const hold = book.holds.get(id);
      const isDue =
        hold !== undefined && hold.state === 'open' && isHoldOver(hold, context.cause.postedAt);
      return isDue ? [hold] : [];
    });
    for (const hold of due) {
      const work = workIn(book, hold.currencyCode, context);
      carryOut(work, (post) => {
        post((before) => postRelease(before, hold, { ...work.cause, state: 'lapsed' }));
      });
    }
    return yes({ holdIds: due.map((hold) => hold.id) });
  },
});
