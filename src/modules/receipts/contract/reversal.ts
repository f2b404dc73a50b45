import { type Static, Type } from 'typebox';
import {
  CodeShape,
  InstantShape,
  KopecksShape,
  PointsShape,
  QuantityShape,
  UuidShape,
} from '#shared/schema.ts';
import { BalanceShape, IdentificationShape } from './parts.ts';

const closed = { additionalProperties: false } as const;

const reference = {
  receiptId: UuidShape({ description: 'The receipt' }),
  bucket: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 16_383,
      description: 'As confirm or calculate answered it',
    }),
  ),
  /** As in the confirm; `{}` says that the purchase had no card. */
  member: Type.Optional(IdentificationShape),
  occurredAt: InstantShape({ description: "The till's business time" }),
};

export const ReturnRequestShape = Type.Object(
  {
    ...reference,
    returnNumber: CodeShape({ description: "The till's own number of the return" }),
    lines: Type.Array(
      Type.Object(
        {
          lineNo: Type.Integer({
            minimum: 1,
            maximum: 100_000,
            description: 'Line of the receipt',
          }),
          quantityMilli: QuantityShape({ description: 'How much comes back, thousandths' }),
        },
        closed,
      ),
      { minItems: 1, maxItems: 500 },
    ),
  },
  closed,
);

export const CancelRequestShape = Type.Object(
  { ...reference, reason: Type.Optional(Type.String({ maxLength: 200 })) },
  closed,
);

export const ReversalAnswerShape = Type.Object({
  receiptId: UuidShape({ description: 'The receipt' }),
  bucket: Type.Integer({ description: 'Bucket of the receipt' }),
  versionNo: Type.Integer({ minimum: 1, description: 'Version of the receipt that this made' }),
  refundKopecks: KopecksShape({ description: 'Money to give back' }),
  returnedPoints: PointsShape({ description: 'Spent points given back to their lots' }),
  takenBack: Type.Array(
    Type.Object({
      currencyCode: Type.String(),
      points: PointsShape({ description: 'Earned points taken back' }),
    }),
  ),
  lines: Type.Array(
    Type.Object({
      lineNo: Type.Integer({ description: 'Line of the receipt' }),
      quantityMilli: Type.Integer({ minimum: 0, description: 'Came back now' }),
      remainingMilli: Type.Integer({ minimum: 0, description: 'Still with the buyer' }),
      refundKopecks: KopecksShape({ description: 'Money for the line' }),
    }),
  ),
  balances: Type.Array(BalanceShape),
  recordedAt: InstantShape({ description: "Server's time" }),
});

export type ReturnRequest = Static<typeof ReturnRequestShape>;
export type CancelRequest = Static<typeof CancelRequestShape>;
export type ReversalAnswer = Static<typeof ReversalAnswerShape>;
