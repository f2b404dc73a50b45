import { isRealRule, type LifetimeRule, lifespanOf, movingRule } from '#shared/lifetime.ts';
import { formatInstant } from '#shared/time.ts';
import { accountOf } from './book.ts';
import type { EntryKind } from './entry.ts';
import { type Decided, no, type OperationContext, yes } from './operation.ts';
import { ACCOUNT_POINTS_MAX } from './params.ts';
import { type NewLot, postAccrual } from './post.ts';
import { carryOut, type Work } from './work.ts';

/** Points that come in, and what the lot says of them. */
export type Incoming = {
  readonly points: number;
  readonly promotionCode: string;
  readonly funderCode?: string | undefined;
  /** undefined = the currency's. */
  readonly lifetime?: LifetimeRule | undefined;
};

/** Why points cannot come in; undefined = they can. */
export function incomingProblem(
  work: Work,
  { points, lifetime }: Pick<Incoming, 'points' | 'lifetime'>,
): (Decided & { readonly isGood: false }) | undefined {
  if (lifetime !== undefined && !isRealRule(lifetime)) {
    return no('unreal-date', { path: '/lifetime' });
  }
  const { balance } = accountOf(work.book, work.currencyCode);
  return balance + points > ACCOUNT_POINTS_MAX
    ? no('points-out-of-range', { path: '/points' })
    : undefined;
}

/** The lot that they open, with the dates that the rule gives it. */
export function incomingLot(work: Work, incoming: Incoming, id: string): NewLot {
  const rule = incoming.lifetime ?? work.terms.lifetime;
  const { zone, cause } = work;
  return {
    id,
    points: incoming.points,
    promotionCode: incoming.promotionCode,
    funderCode: incoming.funderCode ?? '',
    lifetime: movingRule(rule),
    ...lifespanOf(rule, { occurredAt: cause.occurredAt, zone }),
  };
}

/** What an answer says of a lot that was opened; moments in RFC 3339. */
export function lotFacts(lot: NewLot) {
  return {
    lotId: lot.id,
    activeFrom: formatInstant(lot.activeFrom),
    awaits: lot.awaits ?? null,
    expiresAt: lot.expiresAt === null ? null : formatInstant(lot.expiresAt),
  };
}

/** Brings points in as one lot: an accrual, a credit, a purchase. */
export function bringIn(
  work: Work,
  incoming: Incoming,
  how: {
    readonly context: Pick<OperationContext, 'newLotId'>;
    readonly kind: EntryKind;
    readonly memo?: string;
    readonly isActivity?: boolean;
  },
): Decided {
  const problem = incomingProblem(work, incoming);
  if (problem !== undefined) return problem;
  const lot = incomingLot(work, incoming, how.context.newLotId());
  const { kind, memo = null, isActivity = false } = how;
  let repaidPoints = 0;
  carryOut(
    work,
    (post) => {
      const { debt } = accountOf(work.book, work.currencyCode);
      const posted = post((before) => postAccrual(before, [lot], { ...work.cause, kind, memo }));
      repaidPoints = debt - posted.account.debt;
    },
    { isActivity },
  );
  const { lotId, ...dates } = lotFacts(lot);
  return yes({ lotId, points: incoming.points, repaidPoints, ...dates });
}
