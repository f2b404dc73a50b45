import { type Static, Type } from 'typebox';
import { CodeShape, InstantShape, PointsShape, TextShape, UuidShape } from '#shared/schema.ts';
import {
  CLOSED,
  CurrencyCodeShape,
  CurrencyShape,
  MemberIdShape,
  nullableInstant,
  nullableString,
  pageFields,
  signedPoints,
} from './parts.ts';

export const ADJUSTMENT_STATES = ['proposed', 'approved', 'rejected', 'withdrawn'] as const;
const DirectionShape = Type.Enum(['credit', 'debit'], {
  description: 'credit: to the member; debit: from the member',
});

export const AdjustmentRequestShape = Type.Object(
  {
    adjustmentId: Type.Optional(
      UuidShape({ description: 'Made by the caller, so that a repeated request asks once' }),
    ),
    currencyCode: CurrencyCodeShape,
    direction: DirectionShape,
    points: Type.Integer({
      minimum: 1,
      maximum: 1_000_000_000_000,
      description: 'How many',
      'x-unit': 'points',
    }),
    reasonCode: CodeShape({ description: 'Of GET /adjustments/rules' }),
    comment: Type.String({ minLength: 5, maxLength: 500, description: 'What happened' }),
  },
  CLOSED,
);

export const AdjustmentParamsShape = Type.Object(
  { memberId: MemberIdShape, adjustmentId: UuidShape({ description: 'Adjustment' }) },
  CLOSED,
);

export const DecisionRequestShape = Type.Object(
  { comment: Type.Optional(Type.String({ maxLength: 500 })) },
  CLOSED,
);

export const RejectionRequestShape = Type.Object(
  { comment: Type.String({ minLength: 5, maxLength: 500, description: 'Why not' }) },
  CLOSED,
);

const PersonShape = Type.Object({
  name: Type.String(),
  isMe: Type.Boolean({ description: 'Whoever asks' }),
});

export const AdjustmentShape = Type.Object({
  adjustmentId: Type.String(),
  memberId: MemberIdShape,
  memberName: Type.Union([Type.String(), Type.Null()], { description: 'Masked' }),
  currency: CurrencyShape,
  direction: DirectionShape,
  points: PointsShape({ description: 'How many' }),
  reason: TextShape,
  comment: Type.String(),
  state: Type.Enum(ADJUSTMENT_STATES),
  maker: PersonShape,
  madeAt: InstantShape({ description: 'When it was proposed' }),
  checker: Type.Union([PersonShape, Type.Null()]),
  decidedAt: nullableInstant('When it was decided or withdrawn'),
  decisionComment: nullableString,
  mayDecide: Type.Enum(['yes', 'decided', 'no-right', 'own', 'above-limit'], {
    description: 'Whether the one who asks may approve or reject it, or why not',
  }),
  mayWithdraw: Type.Boolean(),
});

export const AdjustmentListQueryShape = Type.Object(
  {
    state: Type.Optional(Type.Enum([...ADJUSTMENT_STATES, 'decided'])),
    maker: Type.Optional(Type.Enum(['me', 'others'])),
    memberId: Type.Optional(MemberIdShape),
    order: Type.Optional(Type.Enum(['newest', 'oldest'])),
    ...pageFields,
  },
  CLOSED,
);

export const AdjustmentListShape = Type.Object({
  adjustments: Type.Array(AdjustmentShape),
  nextCursor: nullableString,
});

/** What an approval would do to the account as it stands. */
export const ForecastShape = Type.Object({
  spendablePoints: PointsShape({ description: 'Can be spent now' }),
  balancePoints: signedPoints('Now, balance less debt'),
  balanceAfterPoints: signedPoints('After it, balance less debt'),
  movedPoints: PointsShape({ description: 'That would move; fewer than asked when terms say so' }),
  refusal: Type.Union([Type.String(), Type.Null()], {
    description: 'Code of the refusal that an approval would meet',
  }),
});

export const AdjustmentDetailShape = Type.Object({
  adjustment: AdjustmentShape,
  forecast: Type.Union([ForecastShape, Type.Null()], { description: 'null: decided' }),
});

/** What the one who asks may do. Limits are in smallest units, by currency. */
export const AdjustmentRulesShape = Type.Object({
  reasons: Type.Array(
    Type.Object({
      code: Type.String(),
      title: TextShape,
      directions: Type.Array(DirectionShape),
    }),
  ),
  limits: Type.Array(
    Type.Object({
      currency: CurrencyShape,
      proposePointsMax: PointsShape({ description: 'May ask for at once; 0: for none' }),
      dailyPointsMax: PointsShape({ description: 'May ask for within 24 hours' }),
      dailyPointsLeft: PointsShape({ description: 'Of it, still' }),
      approvePointsMax: Type.Union([PointsShape({ description: 'May decide on' }), Type.Null()], {
        description: 'null: on any sum',
      }),
    }),
  ),
});

export type AdjustmentRequest = Static<typeof AdjustmentRequestShape>;
export type Adjustment = Static<typeof AdjustmentShape>;
export type AdjustmentState = (typeof ADJUSTMENT_STATES)[number];
export type AdjustmentList = Static<typeof AdjustmentListShape>;
export type AdjustmentListQuery = Static<typeof AdjustmentListQueryShape>;
export type AdjustmentDetail = Static<typeof AdjustmentDetailShape>;
export type AdjustmentRules = Static<typeof AdjustmentRulesShape>;
export type Forecast = Static<typeof ForecastShape>;
