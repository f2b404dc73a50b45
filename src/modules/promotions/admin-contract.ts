import { type Static, Type } from 'typebox';
import { InstantShape, TextShape } from '#shared/schema.ts';

const closed = { additionalProperties: false } as const;

export const PromotionRowShape = Type.Object({
  code: Type.String(),
  title: TextShape,
  sentence: TextShape,
  phase: Type.String({ description: 'Phase of the calculation that it takes part in' }),
  stacking: Type.String({ description: 'How it gets on with its neighbours' }),
  isOn: Type.Boolean(),
  changedAt: Type.Union([InstantShape({ description: 'Last change of the state' }), Type.Null()]),
  changedBy: Type.Union([Type.String({ description: 'Log-in' }), Type.Null()]),
});

export const PromotionListQueryShape = Type.Object(
  {
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  },
  closed,
);

export const PromotionListShape = Type.Object({
  ruleSetVersion: Type.Integer({ minimum: 0, description: 'Version that tills work by now' }),
  promotions: Type.Array(PromotionRowShape),
  nextCursor: Type.Union([Type.String(), Type.Null()]),
});

export const PromotionParamsShape = Type.Object(
  { code: Type.String({ pattern: '^[A-Za-z0-9._:-]{1,64}$' }) },
  closed,
);

export const PromotionStateRequestShape = Type.Object(
  {
    isOn: Type.Boolean(),
    reason: Type.Optional(
      Type.String({ minLength: 1, maxLength: 300, description: 'For the audit' }),
    ),
  },
  closed,
);

export const PromotionStateAnswerShape = Type.Object({
  ruleSetVersion: Type.Integer({ minimum: 1 }),
  promotion: PromotionRowShape,
});

export type PromotionRow = Static<typeof PromotionRowShape>;
export type PromotionList = Static<typeof PromotionListShape>;
export type PromotionListQuery = Static<typeof PromotionListQueryShape>;
export type PromotionStateRequest = Static<typeof PromotionStateRequestShape>;
export type PromotionStateAnswer = Static<typeof PromotionStateAnswerShape>;
