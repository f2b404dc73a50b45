import {
  aHold,
  at,
  currency,
  filled,
  lotsIn,
  mostly,
  one,
  receiptOf,
  type Stage,
  share,
  some,
} from './picking.ts';
import type { Step } from './steps.ts';
import type { Kind, Params, TwinTransit } from './twin/asks.ts';
import { currenciesOf, entriesOf } from './twin/work.ts';

const DAY = 86_400_000;

/** Parameters, and whose operation it must be where not the step's own member's. */
export type Made<K extends Kind> = {
  readonly params: Params[K];
  readonly memberId?: number;
} | null;
type Maker<K extends Kind> = (stage: Stage, step: Step, memberId: number) => Made<K>;

/** Parameters by kind; null = there is nothing to do it with. */
export const MAKERS: { readonly [K in Kind]: Maker<K> } = {
  earn: (stage, step) => ({
    params: {
      currencyCode: currency(stage, step),
      points: step.points,
      promotionCode: `promotion-${step.nth}`,
      ...(step.flag ? { funderCode: 'funder' } : {}),
      ...(step.lifetime === null ? {} : { lifetime: step.lifetime }),
    },
  }),
  spend: (stage, step, memberId) => ({
    params: { currencyCode: filled(stage, step, memberId), points: some(stage, step, memberId) },
  }),
  hold: (stage, step, memberId) => ({
    params: {
      currencyCode: filled(stage, step, memberId),
      points: some(stage, step, memberId),
      minutes: step.flag ? 1 + (step.points % 60) : 1 + ((step.points * 7) % 1500),
    },
  }),
  capture(stage, step) {
    const held = aHold(stage, step);
    if (held === undefined) return null;
    const points = share(held.amount, step.part);
    const params = { holdId: held.id, ...(step.flag ? {} : { points }) };
    return { params, memberId: mostly(stage, step, held.memberId) };
  },
  release(stage, step) {
    const held = aHold(stage, step);
    if (held === undefined) return null;
    return { params: { holdId: held.id }, memberId: mostly(stage, step, held.memberId) };
  },
  'take-back': (stage, step, memberId) => ({
    params: {
      currencyCode: currency(stage, step),
      points: some(stage, step, memberId),
      ...(step.flag ? { ofReceiptId: receiptOf(memberId, 1 + (step.nth % 6)) } : {}),
    },
  }),
  'give-back': giveBack,
  credit: (stage, step) => ({
    params: {
      currencyCode: currency(stage, step),
      points: step.points,
      reasonCode: 'apology',
      ...(step.lifetime === null ? {} : { lifetime: step.lifetime }),
    },
  }),
  debit: (stage, step, memberId) => ({
    params: {
      currencyCode: currency(stage, step),
      points: some(stage, step, memberId),
      reasonCode: 'mistake',
    },
  }),
  purchase: (stage, step) => ({
    params: {
      currencyCode: currency(stage, step),
      points: step.points,
      kopecks: (step.points % 1_000_000) * 90,
    },
  }),
  'transfer-out': (stage, step, memberId) => ({
    params: {
      toMemberId: one(stage.memberIds, step.member + step.other),
      currencyCode: filled(stage, step, memberId),
      points: some(stage, step, memberId),
      as: step.flag ? 'gift' : 'transfer',
    },
  }),
  'transfer-in': (stage, step) => arrival(stage, step, ['transfer', 'gift']),
  'merge-in': (stage, step) => arrival(stage, step, ['merge']),
  'unmerge-in': (stage, step) => arrival(stage, step, ['unmerge']),
  'transfer-back'(stage, step) {
    // Never one that has arrived: the saga does not send it back.
    const some = stage.twin.transits().filter((sent) => !stage.arrived.has(sent.id));
    return pointed(stage, step, some);
  },
  settle(stage, step) {
    const some = stage.twin.transits().filter((sent) => stage.arrived.has(sent.id));
    return pointed(stage, step, some);
  },
  reject(stage, step) {
    const coming = stage.twin.transits().filter((sent) => !stage.arrived.has(sent.id));
    const transit = at(coming, step.nth);
    if (transit === undefined) return null;
    stage.rejected.add(transit.id);
    const params = { transitId: transit.id, code: 'points-out-of-range' };
    return { params, memberId: transit.toMemberId };
  },
  exchange: (stage, step, memberId) => ({
    params: {
      fromCode: filled(stage, step, memberId),
      toCode: one(stage.codes, step.toCurrency),
      points: some(stage, step, memberId),
    },
  }),
  reactivate: (stage, step) => ({ params: { currencyCode: currency(stage, step) } }),
  extend,
  activate(stage, step) {
    const waiting = stage.memberIds.flatMap((memberId) =>
      stage.twin
        .member(memberId)
        .lots.flatMap(({ currencyCode, awaits, receiptId }) =>
          awaits === null ? [] : [{ memberId, currencyCode, awaits, receiptId }],
        ),
    );
    const lot = at(waiting, step.nth);
    if (lot === undefined) return null;
    const { memberId, currencyCode, awaits: confirmation, receiptId } = lot;
    const only = step.flag && receiptId !== null ? { receiptId } : {};
    return { params: { currencyCode, confirmation, ...only }, memberId };
  },
  'suspend-expiry': (stage, step) => ({
    params: { currencyCode: currency(stage, step), isSuspended: step.flag },
  }),
  'merge-out': (stage, step) => ({
    params: { toMemberId: one(stage.memberIds, step.member + step.other) },
  }),
  'unmerge-out': unmergeOut,
  expire: () => ({ params: {} }),
  repay: () => ({ params: {} }),
  lapse(stage, step, memberId) {
    const own = stage.twin.holds().filter((held) => held.memberId === memberId);
    const holdIds = own.slice(step.nth % 3).map((held) => held.id);
    return holdIds.length === 0 ? null : { params: { holdIds } };
  },
};

function giveBack(stage: Stage, step: Step, memberId: number): Made<'give-back'> {
  const member = stage.twin.member(memberId);
  const spent = currenciesOf(member)
    .flatMap((code) => entriesOf(member, code))
    .filter((entry) => entry.kind === 'redemption');
  const redemption = at(spent, step.nth);
  if (redemption === undefined) return null;
  const { operationId: ofOperationId, amount } = redemption;
  const currencyCode = step.toCurrency === 2 ? currency(stage, step) : redemption.currencyCode;
  return { params: { currencyCode, ofOperationId, points: share(-amount, step.part) } };
}

function extend(stage: Stage, step: Step, memberId: number): Made<'extend'> {
  const lots = lotsIn(stage, memberId, currency(stage, step));
  const first = at(lots, step.nth);
  if (first === undefined) return null;
  const second = at(lots, step.nth + 1);
  const both = second === undefined || second === first ? [first] : [first, second];
  const lotIds = (step.flag ? [first] : both).map((lot) => lot.id);
  const expiresAt = (first.expiresAt ?? stage.now) + (step.part - 30) * DAY;
  return { params: { currencyCode: currency(stage, step), lotIds, expiresAt } };
}

function unmergeOut(stage: Stage, step: Step): Made<'unmerge-out'> {
  const merges = stage.twin
    .transits()
    .filter((sent) => sent.kind === 'merge' && stage.arrived.has(sent.id));
  const merge = at(merges, step.nth);
  if (merge === undefined) return null;
  const params = { toMemberId: merge.memberId, ofOperationId: merge.id };
  return { params, memberId: merge.toMemberId };
}

function arrival(
  stage: Stage,
  step: Step,
  kinds: readonly TwinTransit['kind'][],
): Made<'transfer-in'> {
  const coming = stage.twin
    .transits()
    .filter((sent) => kinds.includes(sent.kind) && sent.state === 'sent')
    .filter((sent) => !stage.arrived.has(sent.id) && !stage.rejected.has(sent.id));
  const transit = at(coming, step.nth);
  if (transit === undefined) return null;
  return { params: { transit: { id: transit.id } }, memberId: transit.toMemberId };
}

function pointed(stage: Stage, step: Step, transits: readonly TwinTransit[]): Made<'settle'> {
  const transit = at(transits, step.nth);
  if (transit === undefined) return null;
  return { params: { transitId: transit.id }, memberId: mostly(stage, step, transit.memberId) };
}
