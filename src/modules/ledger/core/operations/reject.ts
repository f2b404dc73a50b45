import { Type } from 'typebox';
import { defineOperation, yes } from '../operation.ts';
import { CLOSED, TRANSIT } from '../params.ts';

/**
 * Notes on the receiver's side that points were not taken in. It has the operation id that taking them in
 * would have: whichever of the two is first, the other is it. Posts nothing.
 */
export const reject = defineOperation({
  kind: 'reject',
  params: Type.Object({ transitId: TRANSIT, code: Type.String() }, CLOSED),
  needs: [],
  decide: (_book, { transitId, code }) => yes({ transitId, code }),
});
