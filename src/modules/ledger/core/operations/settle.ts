import { Type } from 'typebox';
import { closeTransit } from '../close-transit.ts';
import { defineOperation, yes } from '../operation.ts';
import { CLOSED, TRANSIT } from '../params.ts';

/** Notes on the sender's side that the points have arrived. Posts nothing. */
export const settle = defineOperation({
  kind: 'settle',
  params: Type.Object({ transitId: TRANSIT }, CLOSED),
  needs: ['transit'],
  worksIn: () => [],
  decide(_book, { transitId }, context) {
    const closed = closeTransit(context, 'received');
    return 'isGood' in closed ? closed : yes({ transitId }, closed);
  },
});
