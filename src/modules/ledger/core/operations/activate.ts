import { Type } from 'typebox';
import { countsFromConfirmation, lifespanOf, readRule } from '#shared/lifetime.ts';
import type { Instant } from '#shared/time.ts';
import { clockOf } from '../account.ts';
import { stateOf } from '../book.ts';
import { isBurnt, type Lot } from '../lot.ts';
import { defineOperation, no, unknownCurrency, yes } from '../operation.ts';
import { CLOSED, CURRENCY, RECEIPT } from '../params.ts';
import { postRedating } from '../post-lifetime.ts';
import { carryOut, type Work, workFor } from '../work.ts';

/** Something that points waited for has happened: the order was delivered, the time of returns is over. */
export const activate = defineOperation({
  kind: 'activate',
  params: Type.Object(
    {
      currencyCode: CURRENCY,
      confirmation: Type.String({ pattern: '^[a-z0-9-]{1,32}$' }),
      receiptId: Type.Optional(RECEIPT),
    },
    CLOSED,
  ),
  needs: ['lots'],
  decide(book, { currencyCode, confirmation, receiptId }, context) {
    const work = workFor(book, currencyCode, context);
    if (work === undefined) return unknownCurrency();
    const { account, lots } = stateOf(book, currencyCode);
    const clock = clockOf(account, context.cause.postedAt);
    const confirmed = lots
      .filter((lot) => lot.awaits === confirmation && lot.remaining > 0 && !isBurnt(lot, clock))
      .filter((lot) => receiptId === undefined || lot.receiptId === receiptId)
      .map((lot) => activated(lot, work));
    if (confirmed.length === 0) return no('nothing-to-activate', { path: '/confirmation' });
    carryOut(work, (post) => {
      post((before) => postRedating(before, confirmed, { kind: 'activation', cause: work.cause }));
    });
    return yes({ lotIds: confirmed.map((lot) => lot.id) });
  },
});

function activated(lot: Lot, { cause, zone }: Work): Lot {
  const activeFrom = later(lot.activeFrom, cause.occurredAt);
  return { ...lot, awaits: null, activeFrom, expiresAt: endOf(lot, cause.occurredAt, zone) };
}

/** The end that counts from the confirmation, unless the lot has been given a later one. */
function endOf(lot: Lot, activatedAt: Instant, zone: string): Instant | null {
  const rule = lot.lifetime === null ? undefined : readRule(lot.lifetime);
  if (rule === undefined || !countsFromConfirmation(rule)) return lot.expiresAt;
  const { expiresAt } = lifespanOf(rule, { occurredAt: lot.earnedAt, zone, activatedAt });
  return lot.expiresAt === null || expiresAt === null ? expiresAt : later(lot.expiresAt, expiresAt);
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
