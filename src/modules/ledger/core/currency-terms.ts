import { type Static, Type } from 'typebox';
import { LifetimeShape } from '#shared/lifetime.ts';

const CLOSED = { additionalProperties: false } as const;

const DebtPolicyShape = Type.Union(
  [
    Type.Literal('refuse', { description: 'The operation is refused' }),
    Type.Literal('to-zero', { description: 'Only what is there is taken' }),
    Type.Literal('allow', { description: 'The rest becomes debt; the next accruals repay it' }),
  ],
  { description: 'What happens when more is to be taken than is there' },
);

/** What a currency promises its members. Everything may be left out. */
export const CurrencyTermsShape = Type.Object(
  {
    spendOrder: Type.Optional(
      Type.Union([
        Type.Literal('soonest-to-expire'),
        Type.Literal('first-in'),
        Type.Literal('own-partner-first'),
      ]),
    ),
    /** Lifetime of points that come without one of their own. */
    lifetime: Type.Optional(LifetimeShape),
    debt: Type.Optional(
      Type.Object(
        {
          takeBack: Type.Optional(DebtPolicyShape),
          debit: Type.Optional(DebtPolicyShape),
        },
        CLOSED,
      ),
    ),
    loanPointsMax: Type.Optional(Type.Integer({ minimum: 0 })),
    holdMinutesMax: Type.Optional(Type.Integer({ minimum: 1, maximum: 527_040 })),
    transfer: Type.Optional(
      Type.Union([
        Type.Null(),
        Type.Object(
          {
            pointsMin: Type.Integer({ minimum: 1 }),
            dailyPointsMax: Type.Integer({ minimum: 1 }),
            feeBasisPoints: Type.Integer({ minimum: 0, maximum: 10_000 }),
            feePoints: Type.Integer({ minimum: 0 }),
          },
          CLOSED,
        ),
      ]),
    ),
    reactivation: Type.Optional(
      Type.Union([
        Type.Null(),
        Type.Object(
          {
            withinDays: Type.Integer({ minimum: 1, maximum: 3660 }),
            feeBasisPoints: Type.Integer({ minimum: 0, maximum: 10_000 }),
            lifetime: LifetimeShape,
          },
          CLOSED,
        ),
      ]),
    ),
    /** Tiers whose members' points do not burn while they are in it. */
    suspendingTiers: Type.Optional(Type.Array(Type.String(), { maxItems: 64 })),
  },
  CLOSED,
);

type Given = Static<typeof CurrencyTermsShape>;

/** Terms with every default filled in. */
export type CurrencyTerms = Required<Omit<Given, 'debt'>> & {
  /** false: qualifying points, which only count. */
  readonly isSpendable: boolean;
  readonly debt: Required<NonNullable<Given['debt']>>;
};

/** What happens when more is to be taken than is there. */
export type DebtPolicy = CurrencyTerms['debt']['debit'];

/**
 * The terms with defaults: soonest to expire first, points never burn, what was taken back becomes debt, a
 * debit by hand is refused, no loans, holds of a day at most, no transfers, no reactivation.
 */
export function termsWithDefaults(given: Given, isSpendable = true): CurrencyTerms {
  return {
    isSpendable,
    spendOrder: given.spendOrder ?? 'soonest-to-expire',
    lifetime: given.lifetime ?? { activation: { when: 'at-once' }, expiry: { when: 'never' } },
    debt: {
      takeBack: given.debt?.takeBack ?? 'allow',
      debit: given.debt?.debit ?? 'refuse',
    },
    loanPointsMax: given.loanPointsMax ?? 0,
    holdMinutesMax: given.holdMinutesMax ?? 1_440,
    transfer: given.transfer ?? null,
    reactivation: given.reactivation ?? null,
    suspendingTiers: given.suspendingTiers ?? [],
  };
}
