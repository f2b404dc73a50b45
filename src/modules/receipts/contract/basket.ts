import { type Static, Type } from 'typebox';
import {
  CodeShape,
  InstantShape,
  KopecksShape,
  PointsShape,
  QuantityShape,
} from '#shared/schema.ts';
import { IdentificationShape } from './parts.ts';

const closed = { additionalProperties: false } as const;

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
  chosenPromotions: Type.Optional(
    Type.Array(CodeShape({ description: 'Code of a promotion, as `choices` names it' }), {
      maxItems: 20,
      uniqueItems: true,
      description: 'Promotions that the buyer or the cashier chose; other codes mean nothing',
    }),
  ),
  deliveryKind: Type.Optional(
    CodeShape({
      description: 'How the buyer gets the goods: pickup, courier …; promotions name it',
    }),
  ),
  spendPoints: Type.Optional(
    PointsShape({ description: 'Points the buyer wants to pay with, in the programme currency' }),
  ),
  explain: Type.Optional(
    Type.Boolean({ description: 'true: the answer carries the verdict on every live promotion' }),
  ),
};

export const CalculateRequestShape = Type.Object(
  {
    ...basket,
    hints: Type.Optional(
      Type.Boolean({ description: 'true: the answer carries the promotions that were nearly had' }),
    ),
  },
  closed,
);

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

export type CalculateRequest = Static<typeof CalculateRequestShape>;
export type ConfirmRequest = Static<typeof ConfirmRequestShape>;
