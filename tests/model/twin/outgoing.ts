import type { Params, Share, Terms, TwinHold } from './asks.ts';
import { insufficient, loanRoom, newLot } from './incoming.ts';
import { available, owed, repayable, sum } from './sheet.ts';
import {
  backInto,
  draw,
  entriesOf,
  inSpendOrder,
  type Job,
  look,
  open,
  post,
  type Refused,
  takeFrom,
  termsOf,
  type Verdict,
} from './work.ts';

const DEBT_MAX = 10 ** 15;
const MINUTE = 60_000;

export function spend(job: Job, { currencyCode, points }: Params['spend']): Verdict {
  if (job.world.rules.termsOf(currencyCode) === undefined) return { code: 'unknown-currency' };
  const has = available(look(job, currencyCode));
  const room = loanRoom(job, currencyCode);
  if (points > has + room) return insufficient(has, room);
  return {
    currencies: [currencyCode],
    isActivity: true,
    post() {
      const own = Math.min(points, has);
      const shares = draw(job, currencyCode, own);
      post(job, currencyCode, { kind: 'redemption', shares, debt: points - own });
      return { points, lentPoints: points - own };
    },
  };
}

export function hold(job: Job, { currencyCode, points, minutes }: Params['hold']): Verdict {
  const terms = job.world.rules.termsOf(currencyCode);
  if (terms === undefined) return { code: 'unknown-currency' };
  const { holdMinutesMax } = terms;
  if (minutes > holdMinutesMax) return { code: 'hold-too-long', details: { holdMinutesMax } };
  const has = available(look(job, currencyCode));
  if (points > has) return insufficient(has);
  return {
    currencies: [currencyCode],
    post() {
      const shares = draw(job, currencyCode, points).map(({ id, amount }) => ({
        id,
        amount: -amount,
      }));
      const { operationId, memberId, now } = job.ask;
      const lapsesAt = now + minutes * MINUTE;
      post(job, currencyCode, { kind: 'hold', held: points });
      job.member.holds.set(operationId, {
        id: operationId,
        memberId,
        currencyCode,
        amount: points,
        state: 'open',
        lapsesAt,
        shares,
      });
      return { holdId: operationId, points, lapsesAt: new Date(lapsesAt).toISOString() };
    },
  };
}

export function capture(job: Job, { holdId, points }: Params['capture']): Verdict {
  const held = openHold(job, holdId);
  if ('code' in held) return held;
  const spent = points ?? held.amount;
  if (spent > held.amount) {
    return { code: 'capture-exceeds-hold', details: { heldPoints: held.amount } };
  }
  return {
    currencies: [held.currencyCode],
    isActivity: true,
    post() {
      close(job, held, 'captured');
      let left = spent;
      const shares = held.shares.map(({ id, amount }) => {
        const part = Math.min(left, amount);
        left -= part;
        return { id, amount: -part };
      });
      post(job, held.currencyCode, { kind: 'redemption', shares, held: -held.amount });
      return { holdId, points: spent, releasedPoints: held.amount - spent };
    },
  };
}

export function release(job: Job, { holdId }: Params['release']): Verdict {
  const held = openHold(job, holdId);
  if ('code' in held) return held;
  return {
    currencies: [held.currencyCode],
    post() {
      close(job, held, 'released');
      post(job, held.currencyCode, { kind: 'release', held: -held.amount });
      return { holdId, releasedPoints: held.amount };
    },
  };
}

export function lapse(job: Job, { holdIds }: Params['lapse']): Verdict {
  const over = holdIds.flatMap((id) => {
    const found = job.member.holds.get(id);
    return found?.state === 'open' && found.lapsesAt <= job.ask.now ? [found] : [];
  });
  return {
    currencies: [...new Set(over.map((one) => one.currencyCode))].sort(),
    post() {
      for (const one of over) {
        close(job, one, 'lapsed');
        post(job, one.currencyCode, { kind: 'release', held: -one.amount });
      }
      return { holdIds: over.map((one) => one.id) };
    },
  };
}

function openHold(job: Job, holdId: string): TwinHold | Refused {
  const found = job.member.holds.get(holdId);
  if (found === undefined) return { code: 'unknown-hold' };
  if (found.state !== 'open') return { code: 'hold-closed', details: { state: found.state } };
  if (found.lapsesAt <= job.ask.now) return { code: 'hold-closed', details: { state: 'lapsed' } };
  return found;
}

function close(job: Job, held: TwinHold, state: TwinHold['state']): void {
  job.member.holds.set(held.id, { ...held, state });
  for (const share of held.shares) job.touched.add(share.id);
}

export function takeBack(job: Job, params: Params['take-back']): Verdict {
  const receiptId = params.ofReceiptId ?? job.ask.receiptId;
  return taking(job, params, (terms) => ({
    kind: 'accrual-reversal',
    policy: terms.debt.takeBack,
    receiptId,
    of: null,
  }));
}

export function debit(job: Job, params: Params['debit']): Verdict {
  return taking(job, params, (terms) => ({
    kind: 'debit',
    policy: terms.debt.debit,
    receiptId: null,
    of: params.reasonCode,
  }));
}

function taking(
  job: Job,
  { currencyCode, points }: { readonly currencyCode: string; readonly points: number },
  how: (terms: Terms) => {
    readonly kind: string;
    readonly policy: Terms['debt']['debit'];
    readonly receiptId: string | null;
    readonly of: string | null;
  },
): Verdict {
  const terms = job.world.rules.termsOf(currencyCode);
  if (terms === undefined) return { code: 'unknown-currency' };
  const { kind, policy, receiptId, of } = how(terms);
  const sheet = look(job, currencyCode);
  const free = sheet.lots
    .filter((lot) => !sheet.isBurnt(lot))
    .reduce((total, lot) => total + sheet.freeOf(lot.id), 0);
  const room = Math.max(0, free - sheet.debt);
  if (policy === 'refuse' && points > room) return insufficient(room);
  const wanted = policy === 'to-zero' ? Math.min(points, room) : points;
  const lacking = Math.max(0, wanted - (free - repayable(sheet)));
  if (owed(sheet) + lacking > DEBT_MAX) return { code: 'points-out-of-range' };
  return {
    currencies: [currencyCode],
    post() {
      const now = look(job, currencyCode);
      const alive = now.lots.filter((lot) => !now.isBurnt(lot));
      const ordered = (lots: typeof alive) => inSpendOrder(lots, terms, job.ask.partnerCode);
      const isOwn = (lot: (typeof alive)[number]) =>
        receiptId !== null && lot.receiptId === receiptId;
      const shares = takeFrom(
        now,
        [...ordered(alive.filter(isOwn)), ...ordered(alive.filter((lot) => !isOwn(lot)))],
        wanted,
      );
      const debt = wanted + sum(shares);
      post(job, currencyCode, { kind, shares, debt, of });
      return { points: wanted, debtPoints: debt };
    },
  };
}

export function giveBack(job: Job, params: Params['give-back']): Verdict {
  const { currencyCode, ofOperationId, points } = params;
  if (job.world.rules.termsOf(currencyCode) === undefined) return { code: 'unknown-currency' };
  const entries = entriesOf(job.member, currencyCode);
  const redemption = entries.find(
    (entry) => entry.kind === 'redemption' && entry.operationId === ofOperationId,
  );
  if (redemption === undefined) return { code: 'unknown-operation' };
  const given = entries
    .filter((entry) => entry.kind === 'redemption-reversal' && entry.of === ofOperationId)
    .reduce((total, entry) => total + entry.amount, 0);
  const leftPoints = -redemption.amount - given;
  if (points > leftPoints) return { code: 'give-back-exceeds-spent', details: { leftPoints } };
  return {
    currencies: [currencyCode],
    post() {
      const parts = unwound(redemption, given, points);
      const sheet = look(job, currencyCode);
      const lowered = Math.min(parts.lent, sheet.debt);
      const back = backInto(sheet, parts.shares, sheet.debt - lowered);
      const of = ofOperationId;
      const kind = 'redemption-reversal';
      post(job, currencyCode, { kind, shares: back.shares, debt: -lowered - back.repaid, of });
      if (parts.lent > lowered) {
        const lot = newLot(job, parts.lent - lowered, termsOf(job, currencyCode).lifetime);
        const opened = open(job, currencyCode, { ...lot, promotionCode: 'give-back' });
        post(job, currencyCode, { kind, shares: [{ id: opened.id, amount: opened.amount }], of });
      }
      return { points, leftPoints: leftPoints - points };
    },
  };
}

/** A redemption from its end: what was lent, then the lot drawn from last; `skip` came back before. */
function unwound(
  redemption: { readonly shares: readonly Share[]; readonly debtChange: number },
  skip: number,
  points: number,
): { readonly lent: number; readonly shares: readonly Share[] } {
  let [toSkip, left] = [skip, points];
  const part = (size: number): number => {
    const skipped = Math.min(toSkip, size);
    const taken = Math.min(left, size - skipped);
    toSkip -= skipped;
    left -= taken;
    return taken;
  };
  const lent = part(redemption.debtChange);
  const shares = redemption.shares
    .toReversed()
    .map(({ id, amount }) => ({ id, amount: part(-amount) }))
    .filter((share) => share.amount > 0);
  return { lent, shares };
}
