import type { Params, TwinLot } from './asks.ts';
import { afterBase } from './dates.ts';
import {
  currenciesOf,
  type Job,
  look,
  post,
  type Refused,
  redate,
  repay,
  type Verdict,
  writeOff,
} from './work.ts';

export function extend(job: Job, params: Params['extend']): Verdict {
  const { currencyCode, lotIds, expiresAt } = params;
  if (job.world.rules.termsOf(currencyCode) === undefined) return { code: 'unknown-currency' };
  if (expiresAt <= job.ask.now) return { code: 'date-in-the-past' };
  const sheet = look(job, currencyCode);
  const found: TwinLot[] = [];
  for (const id of lotIds) {
    const lot = sheet.lots.find((one) => one.id === id);
    const fault = lot === undefined ? { code: 'unknown-lot' } : faultOf(lot);
    if (fault !== null) return fault;
    if (lot !== undefined) found.push(lot);
  }
  return {
    currencies: [currencyCode],
    post() {
      redate(
        job,
        found.map((lot) => ({ ...lot, expiresAt })),
      );
      post(job, currencyCode, { kind: 'extension', always: true });
      return { lotIds, expiresAt: new Date(expiresAt).toISOString() };
    },
  };

  function faultOf(lot: TwinLot): Refused | null {
    if (sheet.remainingOf(lot.id) === 0) return { code: 'unknown-lot' };
    if (sheet.isBurnt(lot)) return { code: 'lot-burnt' };
    if (lot.expiresAt === null || lot.expiresAt >= expiresAt) return { code: 'date-not-later' };
    return null;
  }
}

export function activate(job: Job, params: Params['activate']): Verdict {
  const { currencyCode, confirmation, receiptId } = params;
  if (job.world.rules.termsOf(currencyCode) === undefined) return { code: 'unknown-currency' };
  const sheet = look(job, currencyCode);
  const waiting = sheet.lots
    .filter((lot) => lot.awaits === confirmation && sheet.remainingOf(lot.id) > 0)
    .filter((lot) => receiptId === undefined || lot.receiptId === receiptId)
    .filter((lot) => !sheet.isBurnt(lot));
  if (waiting.length === 0) return { code: 'nothing-to-activate' };
  return {
    currencies: [currencyCode],
    post() {
      redate(
        job,
        waiting.map((lot) => awake(lot, job)),
      );
      post(job, currencyCode, { kind: 'activation', always: true });
      return { lotIds: waiting.map((lot) => lot.id) };
    },
  };
}

function awake(lot: TwinLot, { ask }: Job): TwinLot {
  const activeFrom = Math.max(lot.activeFrom, ask.occurredAt);
  const expiry = lot.lifetime?.expiry;
  if (expiry?.when !== 'after' || expiry.from !== 'activation') {
    return { ...lot, awaits: null, activeFrom };
  }
  const counted = afterBase(expiry, activeFrom, ask.zone);
  const expiresAt = Math.max(counted, lot.expiresAt ?? 0);
  return { ...lot, awaits: null, activeFrom, expiresAt };
}

export function suspendExpiry(job: Job, params: Params['suspend-expiry']): Verdict {
  const { currencyCode, isSuspended } = params;
  if (job.world.rules.termsOf(currencyCode) === undefined) return { code: 'unknown-currency' };
  const { suspended } = job.member;
  if (suspended.has(currencyCode) === isSuspended) {
    return { currencies: [], post: () => ({ isSuspended, isChanged: false }) };
  }
  return {
    currencies: [currencyCode],
    post() {
      if (isSuspended) writeOff(job, currencyCode, 'all');
      post(job, currencyCode, { kind: 'suspension', always: true });
      if (isSuspended) suspended.add(currencyCode);
      else suspended.delete(currencyCode);
      if (!isSuspended) writeOff(job, currencyCode, 'all');
      return { isSuspended, isChanged: true };
    },
  };
}

export function expire(job: Job): Verdict {
  return everywhere(job, (code) => writeOff(job, code, 'all'));
}

export function repayAll(job: Job): Verdict {
  const sheets = currenciesOf(job.member);
  const accounts: { currencyCode: string; points: number }[] = [];
  return {
    // Step 1 itself is the operation: it is done here, so that it can be told.
    currencies: [],
    post() {
      for (const currencyCode of sheets) {
        const points = repay(job, currencyCode);
        if (points > 0) accounts.push({ currencyCode, points });
      }
      return { accounts };
    },
  };
}

function everywhere(job: Job, work: (currencyCode: string) => number): Verdict {
  const currencies = currenciesOf(job.member);
  return {
    currencies,
    post: () => ({
      accounts: currencies
        .map((currencyCode) => ({ currencyCode, points: work(currencyCode) }))
        .filter((line) => line.points > 0),
    }),
  };
}
