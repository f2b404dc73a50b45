import { Type } from 'typebox';
import { memberId } from '#shared/ids.ts';
import type { Book } from '../book.ts';
import { cargoFacts } from '../cargo.ts';
import { sendAll } from '../merging.ts';
import {
  defineOperation,
  type EarlierEntry,
  no,
  type OperationContext,
  yes,
} from '../operation.ts';
import { CLOSED, EARLIER_OPERATION, MEMBER } from '../params.ts';
import { postExpiry } from '../post-lifetime.ts';
import { postRepaymentUndone } from '../repay.ts';
import type { Transit } from '../transit.ts';
import { type Work, workIn } from '../work.ts';

/**
 * Undoes a merge on the member that stayed: the repayment that it made is undone, and what is left of the
 * merged lots and of the merged debt goes home. What was spent meanwhile stays spent. The caller takes both
 * parameters from the merge's transit.
 */
export const unmergeOut = defineOperation({
  kind: 'unmerge-out',
  params: Type.Object({ toMemberId: MEMBER, ofOperationId: EARLIER_OPERATION }, CLOSED),
  needs: ['lots', 'earlier-entries'],
  decide(book, { toMemberId, ofOperationId }, context) {
    if (toMemberId === book.memberId) return no('transfer-to-self', { path: '/toMemberId' });
    const entries = context.earlier.filter((entry) => entry.memo === ofOperationId);
    const mergeIns = entries.filter((entry) => entry.kind === 'merge-in');
    const mergeInId = mergeIns[0]?.operationId;
    if (mergeInId === undefined) return no('unknown-operation', { path: '/ofOperationId' });
    if (entries.some((entry) => entry.operationId !== mergeInId)) {
      return no('transit-closed', { path: '/ofOperationId', details: { state: 'returned' } });
    }
    const cargo = mergeIns.flatMap((mergeIn) => {
      const repaid = entries.filter(
        (entry) => entry.kind === 'repayment' && entry.currencyCode === mergeIn.currencyCode,
      );
      const work = workIn(book, mergeIn.currencyCode, context);
      const part = sendHome(work, mergeIn, repaid);
      return part === null ? [] : [part];
    });
    const transit = transitHome({ book, toMemberId }, cargo, context);
    return yes({ transit, accounts: cargoFacts(cargo) }, transit);
  },
});

function sendHome(work: Work, mergeIn: EarlierEntry, repaid: readonly EarlierEntry[]) {
  const { cause } = work;
  const memo = mergeIn.memo ?? '';
  const movedIds = new Set(mergeIn.lots.map((lot) => lot.id));
  const mergedDebt = mergeIn.lots.reduce((sum, lot) => sum + lot.amount, 0) - mergeIn.amount;
  const drawn = repaid.flatMap((entry) => entry.lots);
  const refilled = drawn.map(({ id, amount }) => ({ id, amount: -amount }));
  const departure = {
    memo,
    isLeaving: (lot: { readonly id: string }) => movedIds.has(lot.id),
    debtOf: ({ debt }: { readonly debt: number }) => Math.min(debt, mergedDebt),
  };
  return sendAll(work, departure, (post) => {
    post((before) => postRepaymentUndone(before, refilled, { ...cause, memo }));
    post((before) => postExpiry(before, cause));
  });
}

function transitHome(
  { book, toMemberId }: { readonly book: Book; readonly toMemberId: number },
  cargo: Transit['cargo'],
  { cause }: OperationContext,
): Transit {
  return {
    id: cause.operationId,
    memberId: book.memberId,
    toMemberId: memberId(toMemberId),
    kind: 'unmerge',
    state: 'sent',
    cargo,
    sentAt: cause.postedAt,
    settledAt: null,
  };
}
