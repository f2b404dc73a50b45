import { Type } from 'typebox';
import { cargoFacts } from '../cargo.ts';
import { takeIn } from '../merging.ts';
import { defineOperation, no, yes } from '../operation.ts';
import { CLOSED } from '../params.ts';
import { TransitShape } from '../transit.ts';

/** What is left of a merge comes home: the lots open anew, with the dates that they have. */
export const unmergeIn = defineOperation({
  kind: 'unmerge-in',
  params: Type.Object({ transit: TransitShape }, CLOSED),
  needs: ['lots'],
  decide(book, { transit }, context) {
    if (transit.kind !== 'unmerge' || transit.toMemberId !== book.memberId) {
      return no('unknown-transit', { path: '/transit' });
    }
    takeIn(book, transit, context);
    return yes({ transitId: transit.id, accounts: cargoFacts(transit.cargo) });
  },
});
