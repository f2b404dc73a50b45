import type { Text } from '#shared/text.ts';

/** A change of points by hand, as far as the rules look at it. */
export type Asked = {
  readonly direction: 'credit' | 'debit';
  /** Smallest units of the currency, > 0. */
  readonly points: number;
  /** Decimal places of the currency. */
  readonly divisibility: number;
};

/** Who asks or decides: a person of the staff with rights. */
export type Adjuster = { readonly id: string; readonly rights: ReadonlySet<string> };

/**
 * How much is whose to ask for and to decide on. In whole points of whatever currency: the one place to
 * change them until limits are data with their own second pair of eyes.
 */
export const ADJUSTMENT_LIMITS = {
  /** An operator asks for at once, at most. */
  operatorPoints: 1_000,
  /** An operator asks for within 24 hours, at most. */
  operatorDailyPoints: 5_000,
  /** A supervisor decides on, at most; beyond it only the security officer, who never asks. */
  supervisorPoints: 10_000,
  /** A supervisor asks for within 24 hours, and so at once, at most. */
  supervisorDailyPoints: 50_000,
} as const;

/** For how long an asking counts towards the daily sum. */
export const DAY_MS = 86_400_000;

/**
 * Proposals older than this are not approved any more, only rejected or taken back: what was right then may
 * be wrong now. Below the age at which the ledger would refuse the operation's id.
 */
export const PROPOSAL_MS = 14 * DAY_MS;

type Reason = { readonly title: Text; readonly directions: readonly Asked['direction'][] };

/** Why points are changed by hand. Codes are stored in entries: they only ever grow. */
export const REASONS: Readonly<Record<string, Reason>> = {
  'missed-accrual': {
    title: { ru: 'Не начислились за покупку', en: 'Not accrued for a purchase' },
    directions: ['credit'],
  },
  apology: {
    title: { ru: 'Извинение за ошибку или сбой', en: 'Apology for a mistake or a failure' },
    directions: ['credit'],
  },
  goodwill: {
    title: { ru: 'Знак внимания', en: 'Goodwill' },
    directions: ['credit'],
  },
  correction: {
    title: { ru: 'Исправление ошибки учёта', en: 'Correction of a mistake in the books' },
    directions: ['credit', 'debit'],
  },
  'wrong-accrual': {
    title: { ru: 'Начислены по ошибке', en: 'Accrued by mistake' },
    directions: ['debit'],
  },
  abuse: {
    title: { ru: 'Злоупотребление программой', en: 'Abuse of the programme' },
    directions: ['debit'],
  },
  'member-request': {
    title: { ru: 'По просьбе участника', en: 'At the member’s request' },
    directions: ['debit'],
  },
};

/** Words of a reason; undefined for a code that is none. */
export function reasonTitle(code: string | null): Text | undefined {
  return code === null || !Object.hasOwn(REASONS, code) ? undefined : REASONS[code]?.title;
}

/** Whether `code` is a reason for a change in this direction. */
export function isReason(code: string, direction: Asked['direction']): boolean {
  return reasonTitle(code) !== undefined && REASONS[code]?.directions.includes(direction) === true;
}

/** What somebody may do in a currency, in its smallest units. */
export type Allowance = {
  /** Asks for at once; 0 = may not ask. */
  readonly proposeMax: number;
  /** Asks for within 24 hours. */
  readonly dailyMax: number;
  /** Decides on; null = any sum; 0 = may not decide. */
  readonly approveMax: number | null;
};

/**
 * What a person's rights allow in a currency with so many decimal places. Whoever decides on the largest
 * sums asks for none, whatever other role they have been given besides.
 */
export function allowanceOf({ rights }: Pick<Adjuster, 'rights'>, divisibility: number): Allowance {
  const unit = 10 ** divisibility;
  const isSecurity = rights.has('points.adjust.approve-large');
  const mayPropose = rights.has('points.adjust.propose') && !isSecurity;
  const isLarge = mayPropose && rights.has('points.adjust.propose-large');
  const { operatorPoints, operatorDailyPoints, supervisorPoints, supervisorDailyPoints } =
    ADJUSTMENT_LIMITS;
  return {
    proposeMax: mayPropose ? (isLarge ? supervisorDailyPoints : operatorPoints) * unit : 0,
    dailyMax: mayPropose ? (isLarge ? supervisorDailyPoints : operatorDailyPoints) * unit : 0,
    approveMax: isSecurity
      ? null
      : rights.has('points.adjust.approve')
        ? supervisorPoints * unit
        : 0,
  };
}

/** Whether somebody may decide, or why not. */
export type Say = 'yes' | 'decided' | 'no-right' | 'own' | 'above-limit';

/** Whether `who` may approve or reject this adjustment. */
export function sayOf(
  who: Adjuster,
  adjustment: Asked & { readonly makerId: string; readonly state: string },
): Say {
  if (adjustment.state !== 'proposed') return 'decided';
  const { approveMax } = allowanceOf(who, adjustment.divisibility);
  if (approveMax === 0) return 'no-right';
  if (adjustment.makerId === who.id) return 'own';
  return approveMax !== null && adjustment.points > approveMax ? 'above-limit' : 'yes';
}
