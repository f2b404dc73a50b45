import type { Params } from './asks.ts';
import { datesOf, type Rule } from './dates.ts';
import { available, down, owed } from './sheet.ts';
import {
  draw,
  entriesOf,
  type Job,
  look,
  type NewLot,
  open,
  post,
  receive,
  termsOf,
  type Verdict,
  writeOff,
} from './work.ts';

const BALANCE_MAX = 10 ** 15;
const POINTS_MAX = 10 ** 12;
const DAY = 86_400_000;

export function earn(job: Job, params: Params['earn']): Verdict {
  const { promotionCode, funderCode = '' } = params;
  const verdict = incoming(job, 'accrual', { ...params, promotionCode, funderCode });
  return 'code' in verdict ? verdict : { ...verdict, isActivity: true };
}

export function credit(job: Job, params: Params['credit']): Verdict {
  return incoming(job, 'credit', {
    ...params,
    promotionCode: params.reasonCode,
    of: params.reasonCode,
  });
}

export function purchase(job: Job, params: Params['purchase']): Verdict {
  const { kopecks } = params;
  const verdict = incoming(job, 'purchase', {
    ...params,
    promotionCode: 'purchase',
    of: String(kopecks),
  });
  if ('code' in verdict) return verdict;
  return { ...verdict, post: () => ({ ...verdict.post(), kopecks }) };
}

function incoming(
  job: Job,
  kind: string,
  what: {
    readonly currencyCode: string;
    readonly points: number;
    readonly lifetime?: Rule;
    readonly promotionCode?: string;
    readonly funderCode?: string;
    readonly of?: string;
  },
): Verdict {
  const { currencyCode, points, lifetime } = what;
  const terms = job.world.rules.termsOf(currencyCode);
  if (terms === undefined) return { code: 'unknown-currency' };
  if (isTooMuch(job, currencyCode, points)) return { code: 'points-out-of-range' };
  return {
    currencies: [currencyCode],
    post() {
      const lot = newLot(job, points, lifetime ?? terms.lifetime);
      const { promotionCode = '', funderCode = '', of } = what;
      const lots = [{ ...lot, promotionCode, funderCode }];
      const { opened, repaid } = receive(job, currencyCode, {
        kind,
        lots,
        ...(of === undefined ? {} : { of }),
      });
      const { activeFrom, awaits, expiresAt } = lot;
      return {
        lotId: opened[0]?.id,
        points,
        repaidPoints: repaid,
        ...told({ activeFrom, awaits, expiresAt }),
      };
    },
  };
}

export function exchange(job: Job, { fromCode, toCode, points }: Params['exchange']): Verdict {
  const toTerms = job.world.rules.termsOf(toCode);
  if (toTerms === undefined || job.world.rules.termsOf(fromCode) === undefined) {
    return { code: 'unknown-currency' };
  }
  const pair = job.world.rules.exchangeOf(fromCode, toCode);
  if (pair === undefined || fromCode === toCode) return { code: 'exchange-not-allowed' };
  const fee = down(points, pair.feeBasisPoints, 10_000);
  const to = down(points - fee, pair.toPoints, pair.fromPoints);
  if (to === 0) return { code: 'exchange-too-small' };
  if (to > POINTS_MAX) return { code: 'points-out-of-range' };
  const has = available(look(job, fromCode));
  if (points > has) return insufficient(has);
  if (isTooMuch(job, toCode, to)) return { code: 'points-out-of-range' };
  return {
    currencies: [fromCode, toCode],
    post() {
      const of = `${fromCode}:${points}>${toCode}:${to}`;
      const shares = draw(job, fromCode, points - fee);
      post(job, fromCode, { kind: 'exchange-out', shares, of });
      post(job, fromCode, { kind: 'fee', shares: draw(job, fromCode, fee) });
      const lots = [{ ...newLot(job, to, toTerms.lifetime), promotionCode: 'exchange' }];
      const { opened } = receive(job, toCode, { kind: 'exchange-in', lots, of });
      return { points, feePoints: fee, toPoints: to, lotId: opened[0]?.id };
    },
  };
}

export function reactivate(job: Job, { currencyCode }: Params['reactivate']): Verdict {
  const terms = job.world.rules.termsOf(currencyCode);
  if (terms === undefined) return { code: 'unknown-currency' };
  const { reactivation } = terms;
  if (reactivation === null) return { code: 'reactivation-not-allowed' };
  const points = burntLately(job, currencyCode, reactivation.withinDays);
  const fee = down(points, reactivation.feeBasisPoints, 10_000);
  if (points - fee === 0) return { code: 'nothing-to-reactivate' };
  if (isTooMuch(job, currencyCode, points)) return { code: 'points-out-of-range' };
  return {
    currencies: [currencyCode],
    post() {
      writeOff(job, currencyCode, 'all');
      const { debt, isBurnt } = look(job, currencyCode);
      const dated = {
        ...newLot(job, points, reactivation.lifetime),
        promotionCode: 'reactivation',
      };
      const repaid = isBurnt(dated) ? 0 : Math.min(debt, points - fee);
      const lot = open(job, currencyCode, { ...dated, isEmpty: repaid === points });
      const shares = [{ id: lot.id, amount: points - repaid }];
      post(job, currencyCode, { kind: 'reactivation', shares, debt: -repaid });
      post(job, currencyCode, { kind: 'fee', shares: [{ id: lot.id, amount: -fee }] });
      return { points, feePoints: fee, lotId: lot.id, ...told(lot) };
    },
  };
}

/** What burnt in time and has not been brought back, and what is burnt and not written off yet. */
function burntLately(job: Job, currencyCode: string, withinDays: number): number {
  const entries = entriesOf(job.member, currencyCode);
  const lastReactivation = entries.findLastIndex((entry) => entry.kind === 'reactivation');
  const written = entries
    .slice(lastReactivation + 1)
    .filter((entry) => entry.kind === 'expiry')
    .filter((entry) => entry.postedAt >= job.ask.now - withinDays * DAY)
    .reduce((total, entry) => total - entry.amount, 0);
  const sheet = look(job, currencyCode);
  const waiting = sheet.lots
    .filter(sheet.isBurnt)
    .reduce((total, lot) => total + sheet.freeOf(lot.id), 0);
  return written + waiting;
}

/** "Incoming points" are refused beyond this. */
export function isTooMuch(job: Job, currencyCode: string, points: number): boolean {
  return look(job, currencyCode).balance + points > BALANCE_MAX;
}

/** A lot of this operation, dated by `rule`. */
export function newLot(job: Job, points: number, rule: Rule): NewLot {
  const { occurredAt, zone, receiptId, partnerCode } = job.ask;
  return {
    points,
    earnedAt: occurredAt,
    receiptId,
    partnerCode,
    promotionCode: '',
    funderCode: '',
    ...datesOf(rule, occurredAt, zone),
  };
}

export function insufficient(availablePoints: number, loanPoints = 0): Verdict {
  return { code: 'insufficient-points', details: { availablePoints, loanPoints } };
}

/** Dates as a result tells them. */
function told(lot: {
  readonly activeFrom: number;
  readonly awaits: string | null;
  readonly expiresAt: number | null;
}) {
  const { activeFrom, awaits, expiresAt } = lot;
  return {
    activeFrom: new Date(activeFrom).toISOString(),
    awaits,
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
  };
}

/** Loan room of the norm. */
export function loanRoom(job: Job, currencyCode: string): number {
  return Math.max(0, termsOf(job, currencyCode).loanPointsMax - owed(look(job, currencyCode)));
}
