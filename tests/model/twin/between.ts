import type { CargoLot, Params, Share, TwinTransit } from './asks.ts';
import { midnightOf } from './dates.ts';
import { insufficient, isTooMuch } from './incoming.ts';
import { available, down } from './sheet.ts';
import {
  backInto,
  cargoLot,
  draw,
  entriesOf,
  fromCargo,
  type Job,
  look,
  post,
  type Refused,
  receive,
  type Verdict,
} from './work.ts';

export function transferOut(job: Job, params: Params['transfer-out']): Verdict {
  const { toMemberId, currencyCode, points, as } = params;
  const { ask, world } = job;
  const terms = world.rules.termsOf(currencyCode);
  if (terms === undefined) return { code: 'unknown-currency' };
  if (toMemberId === ask.memberId) return { code: 'transfer-to-self' };
  const { transfer } = terms;
  if (transfer === null) return { code: 'transfer-not-allowed' };
  const { pointsMin, dailyPointsMax, feePoints, feeBasisPoints } = transfer;
  if (points < pointsMin) return { code: 'transfer-too-small', details: { pointsMin } };
  const sent = sentToday(job, currencyCode);
  if (points + sent > dailyPointsMax) {
    const leftPoints = Math.max(0, dailyPointsMax - sent);
    return { code: 'transfer-daily-limit', details: { leftPoints } };
  }
  const fee = feePoints + down(points, feeBasisPoints, 10_000);
  const has = available(look(job, currencyCode));
  if (points + fee > has) return insufficient(has);
  return {
    currencies: [currencyCode],
    post() {
      const shares = draw(job, currencyCode, points);
      const lots = shares.map((share) => cargoOf(job, share));
      post(job, currencyCode, { kind: 'transfer-out', shares, of: String(toMemberId) });
      post(job, currencyCode, { kind: 'fee', shares: draw(job, currencyCode, fee) });
      const transit = dispatch(job, [{ currencyCode, debt: 0, lots }], { kind: as, toMemberId });
      return { transit, points, feePoints: fee };
    },
  };
}

/** Sent since local midnight and not come back. */
function sentToday(job: Job, currencyCode: string): number {
  const midnight = midnightOf(job.ask.now, job.ask.zone);
  const isBack = (id: string) => job.world.transits.get(id)?.state === 'returned';
  return entriesOf(job.member, currencyCode)
    .filter((entry) => entry.kind === 'transfer-out' && entry.postedAt >= midnight)
    .filter((entry) => !isBack(entry.operationId))
    .reduce((total, entry) => total - entry.amount, 0);
}

function cargoOf(job: Job, { id, amount }: Share): CargoLot {
  const lot = job.member.lots.find((one) => one.id === id);
  if (lot === undefined) throw new Error(`the twin has no lot ${id}`);
  return cargoLot(lot, -amount);
}

/** Puts a transit on its way. */
export function dispatch(
  job: Job,
  cargo: TwinTransit['cargo'],
  what: Pick<TwinTransit, 'kind' | 'toMemberId'> & { readonly of?: string },
): TwinTransit {
  const { operationId, memberId } = job.ask;
  const transit: TwinTransit = {
    id: operationId,
    memberId,
    of: null,
    ...what,
    state: 'sent',
    cargo,
  };
  job.world.transits.set(operationId, transit);
  return transit;
}

export function transferIn(job: Job, params: Params['transfer-in']): Verdict {
  const transit = arriving(job, params.transit.id, ['transfer', 'gift']);
  if ('code' in transit) return transit;
  const pointsOf = (lots: readonly CargoLot[]) => lots.reduce((all, lot) => all + lot.points, 0);
  const isOver = transit.cargo.some(({ currencyCode, lots }) =>
    isTooMuch(job, currencyCode, pointsOf(lots)),
  );
  if (isOver) return { code: 'points-out-of-range' };
  return {
    currencies: transit.cargo.map((one) => one.currencyCode),
    post() {
      for (const { currencyCode, lots } of transit.cargo) {
        const of = String(transit.memberId);
        receive(job, currencyCode, { kind: 'transfer-in', lots: lots.map(fromCargo), of });
      }
      const points = pointsOf(transit.cargo.flatMap((one) => one.lots));
      return { transitId: transit.id, points };
    },
  };
}

/** The transit, if it is for this member and of these kinds. */
export function arriving(
  job: Job,
  id: string,
  kinds: readonly TwinTransit['kind'][],
): TwinTransit | Refused {
  const transit = job.world.transits.get(id);
  const isMine = transit?.toMemberId === job.ask.memberId && kinds.includes(transit.kind);
  return transit !== undefined && isMine ? transit : { code: 'unknown-transit' };
}

export function settle(job: Job, { transitId }: Params['settle']): Verdict {
  const transit = underWay(job, transitId);
  if ('code' in transit) return transit;
  return {
    currencies: [],
    post() {
      job.world.transits.set(transitId, { ...transit, state: 'received' });
      return { transitId };
    },
  };
}

/** Takes the place of a receiving leg that was refused. */
export function reject(_: Job, { transitId, code }: Params['reject']): Verdict {
  return { currencies: [], post: () => ({ transitId, code }) };
}

export function transferBack(job: Job, { transitId }: Params['transfer-back']): Verdict {
  const transit = underWay(job, transitId);
  if ('code' in transit) return transit;
  return {
    currencies: transit.cargo.map((one) => one.currencyCode),
    post() {
      job.world.transits.set(transitId, { ...transit, state: 'returned' });
      for (const { currencyCode, lots, debt } of transit.cargo) {
        const shares = lots.map((lot) => ({ id: lot.fromLotId, amount: lot.points }));
        restore(job, currencyCode, { kind: 'transfer-back', shares, debt });
        const fees = entriesOf(job.member, currencyCode)
          .filter((entry) => entry.kind === 'fee' && entry.operationId === transitId)
          .flatMap((entry) => entry.shares)
          .map(({ id, amount }) => ({ id, amount: -amount }));
        restore(job, currencyCode, { kind: 'fee', shares: fees, debt: 0 });
      }
      return { transitId };
    },
  };

  function restore(
    inside: Job,
    currencyCode: string,
    what: { readonly kind: string; readonly shares: readonly Share[]; readonly debt: number },
  ): void {
    const sheet = look(inside, currencyCode);
    const back = backInto(sheet, what.shares, sheet.debt);
    const { kind } = what;
    const debt = what.debt - back.repaid;
    post(inside, currencyCode, { kind, shares: back.shares, debt, of: transitId });
  }
}

function underWay(job: Job, id: string): TwinTransit | Refused {
  const transit = job.world.transits.get(id);
  if (transit?.memberId !== job.ask.memberId) return { code: 'unknown-transit' };
  if (transit.state === 'sent') return transit;
  return { code: 'transit-closed', details: { state: transit.state } };
}
