import type { Params, TwinEntry, TwinTransit } from './asks.ts';
import { arriving, dispatch } from './between.ts';
import {
  cargoLot,
  currenciesOf,
  entriesOf,
  fromCargo,
  type Job,
  look,
  open,
  post,
  type Verdict,
  writeOff,
} from './work.ts';

type Cargo = TwinTransit['cargo'][number];

export function mergeOut(job: Job, { toMemberId }: Params['merge-out']): Verdict {
  if (toMemberId === job.ask.memberId) return { code: 'transfer-to-self' };
  const currencies = currenciesOf(job.member);
  if (currencies.some((code) => look(job, code).held > 0)) return { code: 'hold-open' };
  return {
    currencies,
    post() {
      const cargo = currencies.flatMap((code) => leaving(job, code));
      const transit = dispatch(job, cargo, { kind: 'merge', toMemberId });
      return { transit, accounts: cargo.map(accountLine) };
    },
  };
}

function leaving(job: Job, currencyCode: string): Cargo[] {
  writeOff(job, currencyCode, 'all');
  const sheet = look(job, currencyCode);
  if (sheet.balance === 0 && sheet.debt === 0) return [];
  const filled = sheet.lots.filter((lot) => sheet.remainingOf(lot.id) > 0);
  post(job, currencyCode, {
    kind: 'merge-out',
    shares: filled.map((lot) => ({ id: lot.id, amount: -sheet.remainingOf(lot.id) })),
    debt: -sheet.debt,
    of: job.ask.operationId,
  });
  const lots = filled.map((lot) => cargoLot(lot, sheet.remainingOf(lot.id)));
  return [{ currencyCode, debt: sheet.debt, lots }];
}

export function mergeIn(job: Job, params: Params['merge-in']): Verdict {
  return joining(job, params.transit.id, 'merge');
}

export function unmergeIn(job: Job, params: Params['unmerge-in']): Verdict {
  return joining(job, params.transit.id, 'unmerge');
}

function joining(job: Job, transitId: string, kind: 'merge' | 'unmerge'): Verdict {
  const transit = arriving(job, transitId, [kind]);
  if ('code' in transit) return transit;
  return {
    currencies: transit.cargo.map((one) => one.currencyCode),
    lastRepaymentOf: transit.id,
    post() {
      for (const { currencyCode, debt, lots } of transit.cargo) {
        const opened = lots.map((lot) => open(job, currencyCode, fromCargo(lot)));
        const shares = opened.map((lot) => ({ id: lot.id, amount: lot.amount }));
        post(job, currencyCode, { kind: 'merge-in', shares, debt, of: transit.id });
      }
      return { transitId: transit.id, accounts: transit.cargo.map(accountLine) };
    },
  };
}

export function unmergeOut(job: Job, params: Params['unmerge-out']): Verdict {
  const { toMemberId, ofOperationId } = params;
  if (toMemberId === job.ask.memberId) return { code: 'transfer-to-self' };
  const merged = currenciesOf(job.member).filter(
    (code) => mergeInOf(job, code, ofOperationId) !== undefined,
  );
  if (merged.length === 0) return { code: 'unknown-operation' };
  // An undo that found nothing to move has left nothing, and may be asked for again.
  const isUndone = merged
    .flatMap((code) => entriesOf(job.member, code))
    .some(
      (entry) =>
        entry.of === ofOperationId && job.world.transits.get(entry.operationId)?.kind === 'unmerge',
    );
  if (isUndone) return { code: 'transit-closed', details: { state: 'returned' } };
  return {
    currencies: merged,
    post() {
      const cargo = merged.flatMap((code) => parting(job, code, ofOperationId));
      const transit = dispatch(job, cargo, { kind: 'unmerge', toMemberId, of: ofOperationId });
      return { transit, accounts: cargo.map(accountLine) };
    },
  };
}

function mergeInOf(job: Job, currencyCode: string, of: string): TwinEntry | undefined {
  return entriesOf(job.member, currencyCode).find(
    (entry) => entry.kind === 'merge-in' && entry.of === of,
  );
}

function parting(job: Job, currencyCode: string, of: string): Cargo[] {
  const entries = entriesOf(job.member, currencyCode);
  const mergeIn = mergeInOf(job, currencyCode, of);
  if (mergeIn === undefined) return [];
  // (a) the repayment that the merge made
  const repayment = entries.find((entry) => entry.kind === 'repayment' && entry.of === of);
  if (repayment !== undefined) {
    const shares = repayment.shares.map(({ id, amount }) => ({ id, amount: -amount }));
    post(job, currencyCode, { kind: 'repayment', shares, debt: -repayment.debtChange, of });
  }
  // (b) what has burnt
  writeOff(job, currencyCode, 'all');
  // (c) what is left of what came
  const sheet = look(job, currencyCode);
  const brought = mergeIn.shares.flatMap(({ id }) => {
    const lot = sheet.lots.find((one) => one.id === id);
    return lot !== undefined && sheet.freeOf(id) > 0 ? [lot] : [];
  });
  const debt = Math.min(mergeIn.debtChange, sheet.debt);
  if (brought.length === 0 && debt === 0) return [];
  const shares = brought.map((lot) => ({ id: lot.id, amount: -sheet.freeOf(lot.id) }));
  post(job, currencyCode, { kind: 'merge-out', shares, debt: -debt, of });
  const lots = brought.map((lot) => cargoLot(lot, sheet.freeOf(lot.id)));
  return [{ currencyCode, debt, lots }];
}

function accountLine({ currencyCode, debt, lots }: Cargo) {
  const points = lots.reduce((all, lot) => all + lot.points, 0);
  return { currencyCode, points, debtPoints: debt };
}
