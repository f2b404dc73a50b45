import { Type } from 'typebox';
import { memberId } from '#shared/ids.ts';
import { cargoFacts } from '../cargo.ts';
import { sendAll } from '../merging.ts';
import { defineOperation, no, yes } from '../operation.ts';
import { CLOSED, MEMBER } from '../params.ts';
import { postExpiry } from '../post-lifetime.ts';
import type { Transit } from '../transit.ts';
import { currenciesOf, workIn } from '../work.ts';

/** Everything that a member has, points asleep too, and owes leaves for the member that stays. */
export const mergeOut = defineOperation({
  kind: 'merge-out',
  params: Type.Object({ toMemberId: MEMBER }, CLOSED),
  needs: ['lots'],
  decide(book, { toMemberId }, context) {
    if (toMemberId === book.memberId) return no('transfer-to-self', { path: '/toMemberId' });
    const isHeld = [...book.accounts.values()].some((account) => account.held > 0);
    if (isHeld) return no('hold-open');
    const departure = {
      memo: String(toMemberId),
      isLeaving: () => true,
      debtOf: ({ debt }: { readonly debt: number }) => debt,
    };
    const cargo = currenciesOf(book).flatMap((currencyCode) => {
      const work = workIn(book, currencyCode, context);
      const part = sendAll(work, departure, (post) => {
        post((before) => postExpiry(before, work.cause));
      });
      return part === null ? [] : [part];
    });
    const transit: Transit = {
      id: context.cause.operationId,
      memberId: book.memberId,
      toMemberId: memberId(toMemberId),
      kind: 'merge',
      state: 'sent',
      cargo,
      sentAt: context.cause.postedAt,
      settledAt: null,
    };
    return yes({ transit, accounts: cargoFacts(cargo) }, transit);
  },
});
