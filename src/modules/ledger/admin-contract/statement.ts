import { type Static, Type } from 'typebox';
import { InstantShape, PointsShape, UuidShape } from '#shared/schema.ts';
import { AccountShape, EntryShape } from './accounts.ts';
import { CLOSED, CurrencyShape, dayShape, MemberIdShape, signedPoints } from './parts.ts';

/** What a statement is asked for with: days of posting, both included. */
export const StatementQueryShape = Type.Object(
  {
    from: dayShape('First day'),
    to: dayShape('Last day'),
    zone: Type.Optional(Type.String({ maxLength: 64, description: 'IANA zone of days and weeks' })),
  },
  CLOSED,
);

export const StatementFileQueryShape = Type.Object(
  {
    ...StatementQueryShape.properties,
    format: Type.Optional(Type.Enum(['json', 'csv', 'pdf'])),
    language: Type.Optional(Type.Enum(['ru', 'en'], { description: 'Of CSV and PDF' })),
  },
  CLOSED,
);

const standing = {
  balancePoints: signedPoints('Balance less debt'),
  heldPoints: PointsShape({ description: 'Reserved by open holds' }),
  debtPoints: PointsShape({ description: 'Owed' }),
};

export const StatementAccountShape = Type.Object({
  currency: CurrencyShape,
  opening: Type.Object(standing, { description: 'Before the first day' }),
  movements: Type.Array(
    Type.Object({
      ...EntryShape.properties,
      promotionCodes: Type.Array(Type.String(), { description: 'What the points were given for' }),
    }),
    { description: 'Oldest first' },
  ),
  sums: Type.Array(
    Type.Object({
      kind: EntryShape.properties.kind,
      points: signedPoints('All movements of the kind'),
      count: Type.Integer({ minimum: 1, description: 'How many there were' }),
    }),
    { description: 'By kind, those that changed the balance' },
  ),
  closing: Type.Object({
    ...standing,
    spendablePoints: PointsShape({ description: 'Could be spent at the end' }),
    pendingPoints: PointsShape({ description: 'Were not active yet' }),
    overduePoints: PointsShape({ description: 'Had burnt and were not written off yet' }),
  }),
  pending: AccountShape.properties.pending,
  holds: Type.Array(
    Type.Object({
      holdId: UuidShape({ description: 'Hold' }),
      points: PointsShape({ description: 'Reserved' }),
      openedAt: InstantShape({ description: 'When it was opened' }),
      lapsesAt: InstantShape({ description: 'When it would be set free by itself' }),
      partnerCode: Type.String(),
    }),
    { description: 'Open at the end' },
  ),
  expiring: AccountShape.properties.expiring,
  isExpirySuspended: Type.Boolean({ description: 'true: dates stood, nothing burnt' }),
});

/** A member's accounts over a period, as they stood by its end. */
export const StatementShape = Type.Object({
  memberId: MemberIdShape,
  from: dayShape('First day'),
  to: dayShape('Last day'),
  zone: Type.String({ description: 'IANA zone of days and weeks' }),
  asOf: InstantShape({ description: 'The end of the last day, or the moment of asking' }),
  accounts: Type.Array(StatementAccountShape, { description: 'Those with entries so far' }),
});

export type Statement = Static<typeof StatementShape>;
export type StatementAccount = Static<typeof StatementAccountShape>;
export type StatementMovement = StatementAccount['movements'][number];
export type StatementQuery = Static<typeof StatementQueryShape>;
