import { type Static, Type } from 'typebox';
import { PointsShape } from '#shared/schema.ts';

const closed = { additionalProperties: false } as const;

/** How the buyer is identified; both absent or no object at all = an anonymous purchase. */
export const IdentificationShape = Type.Object(
  {
    card: Type.Optional(
      Type.String({
        pattern: '^[0-9]{8,19}$',
        description: 'Loyalty card number with check digit',
      }),
    ),
    phone: Type.Optional(
      Type.String({
        pattern: '^[+0-9() -]{5,24}$',
        description: 'Phone; E.164 or as dialled in Russia',
      }),
    ),
  },
  closed,
);

export const BalanceShape = Type.Object({
  currencyCode: Type.String(),
  spendablePoints: PointsShape({ description: 'Can be spent now' }),
  balancePoints: Type.Integer({ description: 'Balance less debt; negative when points are owed' }),
  seq: Type.Integer({ minimum: 0, description: 'Number of the last entry of the account' }),
});

/** What a distance is counted in. */
export const DistanceUnitShape = Type.Union([
  Type.Literal('kopecks'),
  Type.Literal('milli'),
  Type.Literal('units'),
  Type.Literal('points'),
  Type.Literal('minutes'),
  Type.Literal('days'),
  Type.Literal('receipts'),
  Type.Literal('times'),
]);

export type Identification = Static<typeof IdentificationShape>;
export type Balance = Static<typeof BalanceShape>;
