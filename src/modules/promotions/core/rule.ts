import { type Static, Type } from 'typebox';
import { CodeShape } from '#shared/schema.ts';
import { CLOSED, kopecksParam, pointsParam } from './params.ts';

/** Code of a promotion, a stacking group or a funding party. */
const OwnCodeShape = (description: string) =>
  Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{0,63}$', description });

const ParamsShape = Type.Record(Type.String(), Type.Unknown(), {
  description: "Values by field; the entry's own schema says which",
});

/** One use of a condition. */
export const ConditionUseShape = Type.Object(
  { condition: CodeShape({ description: 'Code of a condition' }), params: ParamsShape },
  CLOSED,
);

/** A condition, or a group of them: all, any, or not. */
export const ExprShape = Type.Cyclic(
  {
    Expr: Type.Union([
      ConditionUseShape,
      Type.Object({ all: Type.Array(Type.Ref('Expr'), { minItems: 1 }) }, CLOSED),
      Type.Object({ any: Type.Array(Type.Ref('Expr'), { minItems: 1 }) }, CLOSED),
      Type.Object({ not: Type.Ref('Expr') }, CLOSED),
    ]),
  },
  'Expr',
);

const SelectorUseShape = Type.Object(
  { selector: CodeShape({ description: 'Code of a selector' }), params: ParamsShape },
  CLOSED,
);

const EffectUseShape = Type.Object(
  { effect: CodeShape({ description: 'Code of an effect' }), params: ParamsShape },
  CLOSED,
);

const StackingShape = Type.Object(
  {
    group: OwnCodeShape('Promotions of one phase and one group compete or add up by the policy'),
    policy: Type.Union(
      [
        Type.Literal('sum', { description: 'All apply, each counted from the same prices' }),
        Type.Literal('chain', { description: 'All apply, each on what the one before left' }),
        Type.Literal('best-for-buyer', { description: 'Only the one that gives most applies' }),
        Type.Literal('first-by-priority', {
          description: 'Only the first that gives anything applies',
        }),
      ],
      { description: 'The same for all promotions of the group in the phase' },
    ),
    priority: Type.Integer({
      minimum: 0,
      maximum: 1_000_000,
      description: 'Higher goes first; equal ones go by code',
    }),
    isExclusive: Type.Optional(
      Type.Boolean({
        description: 'true: when it gives anything, the rest of its group does not apply',
      }),
    ),
  },
  CLOSED,
);

const LimitsShape = Type.Object(
  {
    receiptKopecksMax: Type.Optional(
      kopecksParam({ ru: 'Скидка с чека не больше', en: 'Discount per receipt at most' }, 1),
    ),
    receiptPointsMax: Type.Optional(
      pointsParam({ ru: 'Баллов за чек не больше', en: 'Points per receipt at most' }),
    ),
  },
  CLOSED,
);

const FundingShape = Type.Object(
  {
    partyCode: OwnCodeShape('Who pays: the operator, a partner, a supplier'),
    shareBasisPoints: Type.Integer({ minimum: 1, maximum: 10_000, 'x-unit': 'basis-points' }),
  },
  CLOSED,
);

/** Fields of a promotion apart from its conditions, which nest. */
export const PROMOTION_FIELDS = {
  code: OwnCodeShape('Code of the promotion, for ever'),
  title: Type.Object(
    {
      ru: Type.String({ minLength: 1, maxLength: 200 }),
      en: Type.String({ minLength: 1, maxLength: 200 }),
    },
    { additionalProperties: false, description: 'Name for people' },
  ),
  phase: Type.Integer({
    minimum: 1,
    maximum: 9,
    description: 'The step of the decision it belongs to',
  }),
  isOn: Type.Boolean({ description: 'false: kept, but not live' }),
  select: Type.Optional(SelectorUseShape),
  then: Type.Array(EffectUseShape, { minItems: 1, maxItems: 8 }),
  stacking: StackingShape,
  limits: Type.Optional(LimitsShape),
  funding: Type.Optional(
    Type.Array(FundingShape, { minItems: 1, maxItems: 16, description: 'Shares, 10,000 in all' }),
  ),
};

/**
 * A promotion as marketers save it and as a rule set stores it. Its calendar is made of conditions too
 * (dates, weekdays, hours). No `select` = all goods.
 */
export const PromotionShape = Type.Object(
  { ...PROMOTION_FIELDS, when: Type.Array(ExprShape, { maxItems: 32 }) },
  CLOSED,
);

export type Expr = Static<typeof ExprShape>;
export type Policy = Static<typeof StackingShape>['policy'];
export type Promotion = Static<typeof PromotionShape>;
