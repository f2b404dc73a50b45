import { Type } from 'typebox';
import { cargoFacts } from '../cargo.ts';
import { takeIn } from '../merging.ts';
import { defineOperation, no, yes } from '../operation.ts';
import { CLOSED } from '../params.ts';
import { TransitShape } from '../transit.ts';

/** Everything of a merged member comes in; then what can be spent repays what either of them owed. */
export const mergeIn = defineOperation({
  kind: 'merge-in',
  params: Type.Object({ transit: TransitShape }, CLOSED),
  needs: ['lots'],
  decide(book, { transit }, context) {
    if (transit.kind !== 'merge' || transit.toMemberId !== book.memberId) {
      return no('unknown-transit', { path: '/transit' });
    }
    takeIn(book, transit, context);
    return yes({ transitId: transit.id, accounts: cargoFacts(transit.cargo) });
  },
});
