import { type Static, Type } from 'typebox';
import {
  CodeShape,
  InstantShape,
  KopecksShape,
  PointsShape,
  QuantityShape,
  TextShape,
  UuidShape,
} from '#shared/schema.ts';

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

export const RequestLineShape = Type.Object(
  {
    lineNo: Type.Integer({
      minimum: 1,
      maximum: 100_000,
      description: "Line's number, unique in the receipt",
    }),
    sku: CodeShape({ description: 'Code of the goods' }),
    name: Type.Optional(Type.String({ maxLength: 200, description: 'Name as the till shows it' })),
    quantityMilli: QuantityShape({ description: 'Quantity in thousandths: 2 pieces = 2000' }),
    priceKopecks: KopecksShape({ description: 'Price of one whole unit, kopecks' }),
  },
  closed,
);

const basket = {
  occurredAt: InstantShape({ description: "The till's business time, RFC 3339 with an offset" }),
  channel: Type.Optional(
    Type.Union(
      [Type.Literal('store'), Type.Literal('web'), Type.Literal('app'), Type.Literal('kiosk')],
      { description: 'Where the purchase is made; store when absent' },
    ),
  ),
  member: Type.Optional(IdentificationShape),
  lines: Type.Array(RequestLineShape, { minItems: 1, maxItems: 500 }),
  payments: Type.Optional(
    Type.Array(
      Type.Object(
        {
          method: CodeShape({ description: 'cash, card, sbp …' }),
          kopecks: KopecksShape({ description: 'Part paid this way, kopecks' }),
        },
        closed,
      ),
      { maxItems: 16 },
    ),
  ),
  coupons: Type.Optional(Type.Array(CodeShape({ description: 'Coupon code' }), { maxItems: 32 })),
  spendPoints: Type.Optional(
    PointsShape({ description: 'Points the buyer wants to pay with, in the programme currency' }),
  ),
  explain: Type.Optional(
    Type.Boolean({ description: 'true: the answer carries the verdict on every live promotion' }),
  ),
};

export const CalculateRequestShape = Type.Object(basket, closed);

export const ConfirmRequestShape = Type.Object(
  {
    ...basket,
    receiptNumber: CodeShape({ description: "The till's own number of the receipt" }),
    calculation: Type.Optional(
      Type.Object(
        {
          ruleSetVersion: Type.Integer({
            minimum: 1,
            maximum: 9_007_199_254_740_991,
            description: 'As calculate answered it',
          }),
          digest: Type.String({
            pattern: '^[0-9a-f]{64}$',
            description: 'As calculate answered it',
          }),
        },
        {
          ...closed,
          description: 'Two-phase: confirms that very calculation; X-Op-Id is its receiptId',
        },
      ),
    ),
  },
  closed,
);

export const AccrualShape = Type.Object({
  promotionCode: Type.String(),
  currencyCode: Type.String(),
  points: PointsShape({ description: 'Points accrued' }),
  activeFrom: InstantShape({ description: 'From when they can be spent' }),
  expiresAt: Type.Union([InstantShape({ description: 'When they burn' }), Type.Null()]),
});

export const AnswerLineShape = Type.Object({
  lineNo: Type.Integer({ description: 'Line of the receipt' }),
  grossKopecks: KopecksShape({ description: 'Quantity × price' }),
  discountKopecks: KopecksShape({ description: 'Discounts of the line' }),
  redeemedPoints: PointsShape({ description: 'Points that pay for the line' }),
  redeemedKopecks: KopecksShape({ description: 'The part paid by points' }),
  payableKopecks: KopecksShape({ description: 'Money to pay: gross − discount − redeemed' }),
  discounts: Type.Array(
    Type.Object({
      promotionCode: Type.String(),
      kopecks: KopecksShape({ description: 'Discount' }),
    }),
  ),
  accruals: Type.Array(
    Type.Object({
      promotionCode: Type.String(),
      currencyCode: Type.String(),
      points: PointsShape({ description: 'Points that this line earned' }),
    }),
  ),
});

export const BalanceShape = Type.Object({
  currencyCode: Type.String(),
  spendablePoints: PointsShape({ description: 'Can be spent now' }),
  balancePoints: Type.Integer({ description: 'Balance less debt; negative when points are owed' }),
  seq: Type.Integer({ minimum: 0, description: 'Number of the last entry of the account' }),
});

export const VerdictShape = Type.Object({
  promotionCode: Type.String(),
  title: TextShape,
  verdict: Type.Union([
    Type.Literal('applied'),
    Type.Literal('outbid'),
    Type.Literal('missed'),
    Type.Literal('limited'),
    Type.Literal('no-effect'),
  ]),
  discountKopecks: KopecksShape({ description: 'Discount given' }),
  points: PointsShape({ description: 'Points given, all currencies' }),
  reason: Type.Union([
    Type.Null(),
    Type.Object({
      code: Type.String(),
      text: TextShape,
      distance: Type.Union([
        Type.Null(),
        Type.Object({
          unit: Type.Union([
            Type.Literal('kopecks'),
            Type.Literal('milli'),
            Type.Literal('minutes'),
            Type.Literal('days'),
            Type.Literal('receipts'),
          ]),
          value: Type.Integer({ description: 'How much is missing, in unit' }),
        }),
      ]),
    }),
  ]),
  outbidBy: Type.Union([Type.String(), Type.Null()]),
});

const outcome = {
  receiptId: UuidShape({ description: 'Id of the purchase; the X-Op-Id of its confirm' }),
  bucket: Type.Integer({
    minimum: 0,
    maximum: 16_383,
    description: 'Send it back with returns and cancels',
  }),
  ruleSetVersion: Type.Integer({
    minimum: 1,
    description: 'Version of the promotions that decided',
  }),
  member: Type.Union([
    Type.Null(),
    Type.Object({
      memberId: Type.String({ description: 'Golden id, mbr_…' }),
      tierCode: Type.String(),
    }),
  ]),
  grossKopecks: KopecksShape({ description: 'Before discounts' }),
  discountKopecks: KopecksShape({ description: 'All discounts' }),
  redeemedPoints: PointsShape({ description: 'Points that pay' }),
  redeemedKopecks: KopecksShape({ description: 'The part paid by points' }),
  payableKopecks: KopecksShape({ description: 'Money to pay' }),
  lines: Type.Array(AnswerLineShape),
  accruals: Type.Array(AccrualShape),
  balances: Type.Array(BalanceShape),
  messages: Type.Array(
    Type.Object({ promotionCode: Type.String(), channel: Type.String(), text: TextShape }),
  ),
  trace: Type.Optional(Type.Array(VerdictShape)),
};

export const CalculateAnswerShape = Type.Object({
  ...outcome,
  redeemablePointsMax: PointsShape({ description: 'Most points that could pay for this basket' }),
  digest: Type.String({ description: 'Proof of this calculation, for the confirm' }),
  calculatedAt: InstantShape({ description: "Server's time" }),
  expiresAt: InstantShape({ description: 'Until when the confirm may come' }),
});

export const ConfirmAnswerShape = Type.Object({
  ...outcome,
  receiptNumber: Type.String(),
  confirmedAt: InstantShape({ description: "Server's time" }),
});

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

export type Identification = Static<typeof IdentificationShape>;
export type CalculateRequest = Static<typeof CalculateRequestShape>;
export type ConfirmRequest = Static<typeof ConfirmRequestShape>;
export type ReturnRequest = Static<typeof ReturnRequestShape>;
export type CancelRequest = Static<typeof CancelRequestShape>;
export type CalculateAnswer = Static<typeof CalculateAnswerShape>;
export type ConfirmAnswer = Static<typeof ConfirmAnswerShape>;
export type ReversalAnswer = Static<typeof ReversalAnswerShape>;
export type Balance = Static<typeof BalanceShape>;
